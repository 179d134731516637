using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Asks once more before a request is deleted, on a page of its own: that works in every browser.</summary>
public sealed class RequestDeleteModel(RequestQueries queries, RequestRemoval removal, Caller caller) : PageModel
{
    public BriefingRequest Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await RefusalAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(id, cancellationToken) is { } refusal)
            return refusal;
        if (Item.MayBeDeleted && await removal.DeleteAsync(id, HttpContext.Actor(Doors.Form), cancellationToken))
            return RedirectToPage("/RequestList", new { deleted = Item.Number });

        // Somebody else was faster: what became of it is shown.
        if (await RefusalAsync(id, cancellationToken) is { } gone)
            return gone;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> RefusalAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        return caller.Owns(item) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
