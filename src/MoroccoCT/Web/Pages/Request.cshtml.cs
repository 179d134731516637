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
    RequestQueries queries, RequestTransitions transitions, RequestOwnership ownership, HandingOn handingOn, Sending sending, EditionDesk editions,
    Keeping keeping, DeskTime time, Catalogue catalogue, Caller caller)
    : PageModel
{
    public BriefingRequest Item { get; private set; } = null!;

    public string Title => catalogue.Title(Item);

    public TimeSpan Elapsed => (Item.FinishedAt ?? time.Now) - Item.CreatedAt;

    public string DocumentAddress => $"{ApiAddress.Request(Item.Id, Request.PathBase)}/document";

    public string EventsAddress => $"{ApiAddress.Request(Item.Id, Request.PathBase)}/events";

    /// <summary>How the briefing can be handed on; null until it is finished.</summary>
    public HandOnView? HandOn { get; private set; }

    /// <summary>What of it was sent and can be; null where that is no matter of whoever looks.</summary>
    public SendView? Send { get; private set; }

    /// <summary>Null for a single briefing.</summary>
    public EditionView? Edition { get; private set; }

    /// <summary>How long it is kept.</summary>
    public KeepingView Keep { get; private set; } = null!;

    /// <summary>How many of the requests that whoever looks may see come before it; null unless it waits.</summary>
    public int? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } item)
            return NotFound();
        await ShowAsync(item, cancellationToken);
        return Page();
    }

    /// <summary>Whether whoever looks may also change what becomes of it.</summary>
    public bool MayChange => caller.MayChange(Item);

    public bool MayDelete => caller.MayDelete(Item);

    /// <summary>Whether there are other desks to show it to.</summary>
    public bool MayShare => MayChange && caller.Person is not null && Item.Schedule is null;

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, by => transitions.CancelAsync(id, by, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, by => transitions.RetryAsync(id, by, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostShareAsync(Guid id, bool shared, CancellationToken cancellationToken) =>
        ChangeAsync(id, by => MayShare ? ownership.ShareAsync(Item, shared, by, cancellationToken) : Task.CompletedTask, cancellationToken);

    /// <summary>Whoever sees a briefing may point it out to colleagues who see it as well.</summary>
    public async Task<IActionResult> OnPostHandOnAsync(Guid id, [FromForm] Guid[] to, [FromForm] string? note, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { State: RequestState.Completed } item || caller.Person is null)
            return NotFound();
        Item = item;
        if (await handingOn.SendAsync(item, to, note, HttpContext, cancellationToken) is not { } refusal)
            return RedirectToPage(new { id });
        await ShowAsync(item, cancellationToken);
        HandOn = HandOn! with { Refusal = refusal, Chosen = to, Note = note };
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>By mail, or to webhooks.</summary>
    public Task<IActionResult> OnPostDeliverAsync(Guid id, [FromForm] SendForm form, CancellationToken cancellationToken) =>
        SendAsync(id, form, () => sending.SendAsync(Item, form, HttpContext, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDeliverAgainAsync(Guid id, Guid delivery, CancellationToken cancellationToken) =>
        SendAsync(id, new(), () => sending.SendAgainAsync(Item, delivery, HttpContext, cancellationToken), cancellationToken);

    /// <summary>Lets an edition go out.</summary>
    public Task<IActionResult> OnPostReleaseAsync(Guid id, [FromForm] string? sha256, CancellationToken cancellationToken) => OfEditionAsync(
        id, async () => (null, await editions.ReleaseAsync(id, sha256 ?? "", HttpContext, cancellationToken)), reason: null, cancellationToken);

    /// <summary>Has an edition that waits made once more.</summary>
    public Task<IActionResult> OnPostMakeAnewAsync(Guid id, CancellationToken cancellationToken) => OfEditionAsync(
        id, async () => (null, await editions.MakeAnewAsync(id, HttpContext, cancellationToken)), reason: null, cancellationToken);

    /// <summary>Has another edition take its place.</summary>
    public Task<IActionResult> OnPostCorrectAsync(Guid id, [FromForm] string? reason, CancellationToken cancellationToken) => OfEditionAsync(
        id, () => editions.CorrectAsync(id, reason ?? "", HttpContext, cancellationToken), reason ?? "", cancellationToken);

    private async Task<IActionResult> OfEditionAsync(
        Guid id, Func<Task<(BriefingRequest? Made, string? Problem)>> act, string? reason, CancellationToken cancellationToken)
    {
        if (!caller.MayPublish)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { Schedule: not null } item)
            return NotFound();
        Item = item;
        if (!MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        var (made, problem) = await act();
        if (problem is null)
            return RedirectToPage(new { id = made?.Id ?? id });
        await ShowAsync((await queries.FindAsync(id, caller.Viewer, cancellationToken))!, cancellationToken);
        Edition = Edition! with { Problem = problem, Reason = reason };
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Nothing removes it from now on.</summary>
    public async Task<IActionResult> OnPostHoldAsync(Guid id, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (await HoldRefusalAsync(id, cancellationToken) is { } stop)
            return stop;
        if (await keeping.HoldAsync(Item, reason, HttpContext, cancellationToken) is not { } refusal)
            return RedirectToPage(new { id });
        await ShowAsync(Item, cancellationToken);
        Keep = Keep with { Refusal = refusal, Reason = reason };
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await HoldRefusalAsync(id, cancellationToken) is { } stop)
            return stop;
        await keeping.LiftAsync(Item, HttpContext, cancellationToken);
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> HoldRefusalAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        return caller.MayHold(item) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task ShowAsync(BriefingRequest item, CancellationToken cancellationToken)
    {
        Item = item;
        HandOn = await handingOn.ViewAsync(item, HttpContext, cancellationToken);
        Send = await sending.ViewAsync(item, cancellationToken);
        Edition = await editions.ViewAsync(item, cancellationToken);
        Keep = await keeping.ViewAsync(item, cancellationToken);
        Before = item.State == RequestState.Queued ? await queries.BeforeAsync(item, caller.Viewer, cancellationToken) : null;
    }

    private async Task<IActionResult> SendAsync(
        Guid id, SendForm form, Func<Task<IReadOnlyList<string>>> send, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { State: RequestState.Completed } item)
            return NotFound();
        Item = item;
        if (!MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await send() is not { Count: > 0 } refusals)
            return RedirectToPage(new { id });
        await ShowAsync(item, cancellationToken);
        Send = Send is { } view ? view with { Refusals = refusals, Form = form } : null;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Func<Actor, Task> change, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } item)
            return NotFound();
        Item = item;
        if (!MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        await change(HttpContext.Actor(Doors.Form));
        return BackToList() is { } list ? list : RedirectToPage(new { id });
    }

    /// <summary>Whoever pressed a button in a list goes on there. What claims to be a list of ours is looked at first.</summary>
    private LocalRedirectResult? BackToList() =>
        Request.Form["list"].ToString() is { Length: > 0 } list && list.StartsWith("/requests", StringComparison.Ordinal) && list.All(char.IsAscii)
            && !list.StartsWith("/requests/", StringComparison.Ordinal) && Url.IsLocalUrl(list)
            ? LocalRedirect($"{Request.PathBase}{list}")
            : null;
}
