using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>One schedule: when it is due, what it made, who changed it, and what can be done with it.</summary>
public sealed class ScheduleModel(
    ScheduleList schedules, ScheduleKeeping keeping, EditionMaker editions, RequestQueries queries, KeeperViews keepers, Caller caller) : PageModel
{
    private const int MostEditions = 60;

    public ScheduleView Item { get; private set; } = null!;

    /// <summary>By edition, the last one first; each in its languages.</summary>
    public IReadOnlyList<IReadOnlyList<BriefingRequest>> Editions { get; private set; } = [];

    /// <summary>With what each has changed, the last one first.</summary>
    public IReadOnlyList<(ScheduleChange Change, IReadOnlyList<ScheduleDifference> Differences)> Changes { get; private set; } = [];

    /// <summary>Who is told when something of it goes wrong.</summary>
    public KeeperView Keeper { get; private set; } = null!;

    /// <summary>Somebody changed it while it was looked at.</summary>
    public bool IsChangedMeanwhile { get; private set; }

    public bool MayChange => caller.MayOrder && Item.Schedule.MayBeChangedBy(caller.Viewer);

    private Actor By => HttpContext.Actor(Doors.Form);

    public Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken) => ShowAsync(name, cancellationToken);

    public Task<IActionResult> OnPostPauseAsync(string name, [FromForm] int revision, CancellationToken cancellationToken) =>
        ChangeAsync(name, () => keeping.PauseAsync(name, revision, caller.Viewer, By, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(string name, [FromForm] int revision, CancellationToken cancellationToken) =>
        ChangeAsync(name, () => keeping.ResumeAsync(name, revision, caller.Viewer, By, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(string name, [FromForm] int revision, CancellationToken cancellationToken)
    {
        var answer = await ChangeAsync(name, () => keeping.EndAsync(name, revision, caller.Viewer, By, cancellationToken), cancellationToken);
        return answer is RedirectToPageResult ? RedirectToPage("/Schedules") : answer;
    }

    public async Task<IActionResult> OnPostRunAsync(string name, CancellationToken cancellationToken)
    {
        if (!caller.MayOrder)
            return StatusCode(StatusCodes.Status403Forbidden);
        var first = (await editions.MakeDueAsync(name, caller.Viewer, By, cancellationToken))[0].Request;
        return first.SetId is { } set ? RedirectToPage("/Set", new { id = set }) : RedirectToPage("/Request", new { id = first.Id });
    }

    private async Task<IActionResult> ChangeAsync(string name, Func<Task> change, CancellationToken cancellationToken)
    {
        if (!caller.MayOrder)
            return StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            await change();
            return RedirectToPage("/Schedule", new { name });
        }
        catch (ScheduleChangedException)
        {
            IsChangedMeanwhile = true;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(name, cancellationToken);
        }
    }

    private async Task<IActionResult> ShowAsync(string name, CancellationToken cancellationToken)
    {
        Item = await schedules.GetAsync(name, caller.Viewer, cancellationToken);
        Keeper = await keepers.OfAsync(Item.Schedule, cancellationToken);
        var made = await queries.EditionsAsync(name, MostEditions, caller.Viewer, cancellationToken);
        Editions = [.. made.GroupBy(edition => edition.Number).Select(edition => edition.OrderBy(request => request.Id).ToList())];
        var changes = await keeping.ChangesAsync(Item.Schedule, cancellationToken);
        Changes =
        [
            .. changes.Select((change, place) =>
                (change, ScheduleDifference.Between(place + 1 < changes.Count ? changes[place + 1].Definition : null, change.Definition))),
        ];
        return Page();
    }
}
