using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>One request: its progress, then its document.</summary>
public sealed class RequestModel(RequestQueries queries, RequestTransitions transitions, DeskTime time, Catalogue catalogue) : PageModel
{
    public BriefingRequest Item { get; private set; } = null!;

    public string Title => catalogue.Title(Item);

    public TimeSpan Elapsed => (Item.FinishedAt ?? time.Now) - Item.CreatedAt;

    public string DocumentAddress => $"{ApiAddress.Request(Item.Id)}/document";

    public string EventsAddress => $"{ApiAddress.Request(Item.Id)}/events";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) =>
        await transitions.CancelAsync(id, HttpContext.Actor(Doors.Form), cancellationToken) is null ? NotFound() : RedirectToPage(new { id });

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellationToken) =>
        await transitions.RetryAsync(id, HttpContext.Actor(Doors.Form), cancellationToken) is null ? NotFound() : RedirectToPage(new { id });
}
