using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>One request: its progress, then its document.</summary>
public sealed class RequestModel(
    RequestQueries queries, RequestTransitions transitions, RequestOwnership ownership, DeskTime time, Catalogue catalogue, Caller caller) : PageModel
{
    public BriefingRequest Item { get; private set; } = null!;

    public string Title => catalogue.Title(Item);

    public TimeSpan Elapsed => (Item.FinishedAt ?? time.Now) - Item.CreatedAt;

    public string DocumentAddress => $"{ApiAddress.Request(Item.Id, Request.PathBase)}/document";

    public string EventsAddress => $"{ApiAddress.Request(Item.Id, Request.PathBase)}/events";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        return Page();
    }

    /// <summary>Whether whoever looks may also change what becomes of it.</summary>
    public bool MayChange => caller.MayOrder && Item.MayBeChangedBy(caller.Viewer);

    /// <summary>Whether there are other desks to show it to.</summary>
    public bool MayShare => MayChange && caller.Person is not null && Item.Schedule is null;

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, by => transitions.CancelAsync(id, by, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, by => transitions.RetryAsync(id, by, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostShareAsync(Guid id, bool shared, CancellationToken cancellationToken) =>
        ChangeAsync(id, by => MayShare ? ownership.ShareAsync(Item, shared, by, cancellationToken) : Task.CompletedTask, cancellationToken);

    private async Task<IActionResult> ChangeAsync(Guid id, Func<Actor, Task> change, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        if (!MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        await change(HttpContext.Actor(Doors.Form));
        return RedirectToPage(new { id });
    }
}
