using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library.Developments;
using MoroccoCT.Rendering;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>One development: what it says, what can be done with it, and all that was.</summary>
public sealed class DevelopmentModel(
    DevelopmentQueries queries, DevelopmentWorkflow workflow, DevelopmentPreviews previews, DevelopmentMessages inWords, Caller caller, Access access,
    Words words, IOptions<DevelopmentOptions> options) : PageModel
{
    public DevelopmentView Item { get; private set; } = null!;

    /// <summary>With what each has changed, the last one first.</summary>
    public IReadOnlyList<(DevelopmentChange Change, IReadOnlyList<DevelopmentDifference> Differences)> Changes { get; private set; } = [];

    /// <summary>What was wrong with what was to be done.</summary>
    public IReadOnlyList<string> Messages { get; private set; } = [];

    /// <summary>What keeps it from being proposed.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>What somebody typed as note or reason and that was not taken.</summary>
    public string? Typed { get; private set; }

    public bool MayEdit => caller.MayWrite && Item.IsWork && Item.Row.MayBeEdited;

    public bool IsProposed => Item.IsWork && Item.Row.State == DevelopmentState.Proposed;

    /// <summary>Whether it takes somebody else to publish it.</summary>
    public bool NeedsSecondPerson => Item.Row.IsOwnOf(caller.Person?.Id) && access.IsShared && !options.Value.OnePerson;

    private Actor By => HttpContext.Actor(Doors.Form);

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken) => ShowAsync(number, cancellationToken);

    /// <summary>Its page as an edition would print it.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(string number, [FromQuery] string? language, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } view
            || await previews.TypesetAsync(view.Content, view.Row.Number, language ?? words.Language, cancellationToken) is not { } document)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(document.Content, "application/pdf");
    }

    public Task<IActionResult> OnPostProposeAsync(string number, [FromForm] int revision, CancellationToken cancellationToken) => DoAsync(
        number, caller.MayWrite, null, id => workflow.ProposeAsync(id, revision, caller.Viewer, By, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(string number, [FromForm] int revision, CancellationToken cancellationToken) => DoAsync(
        number, caller.MayPublish, null, id => workflow.PublishAsync(id, revision, caller.Viewer, By, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostSendBackAsync(
        string number, [FromForm] int revision, [FromForm] string? note, CancellationToken cancellationToken) => DoAsync(
        number, caller.MayPublish, note, id => workflow.SendBackAsync(id, revision, note ?? "", caller.Viewer, By, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(
        string number, [FromForm] int revision, [FromForm] string? reason, CancellationToken cancellationToken) => DoAsync(
        number, caller.MayWrite, reason, id => workflow.WithdrawAsync(id, revision, reason ?? "", caller.Viewer, By, cancellationToken), cancellationToken);

    private async Task<IActionResult> DoAsync(
        string number, bool isAllowed, string? typed, Func<Guid, Task<DevelopmentRow>> deed, CancellationToken cancellationToken)
    {
        if (!isAllowed)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await FindAsync(number, cancellationToken) is not { IsWork: true } view)
            return NotFound();
        try
        {
            await deed(view.Row.Id);
            return RedirectToPage("/Development", new { number = view.Row.Number });
        }
        catch (DevelopmentRefusedException refused)
        {
            Messages = [words.Development.Refused(refused.Why)];
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (DevelopmentRejectedException rejected)
        {
            Messages = [.. inWords.Lines(rejected.Problems)];
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Typed = typed;
        return await ShowAsync(number, cancellationToken);
    }

    private Task<DevelopmentView?> FindAsync(string number, CancellationToken cancellationToken) =>
        queries.FindAsync(number, caller.Viewer, caller.MayWrite, cancellationToken);

    private async Task<IActionResult> ShowAsync(string number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } view)
            return NotFound();
        Item = view;
        Problems = [.. inWords.Lines(view.Read.Problems)];
        var changes = await queries.ChangesAsync(view, caller.Viewer, cancellationToken);
        Changes =
        [
            .. changes.Select((change, place) =>
                (change, DevelopmentDifference.Between(place + 1 < changes.Count ? changes[place + 1].Content : null, change.Content))),
        ];
        return Page();
    }
}
