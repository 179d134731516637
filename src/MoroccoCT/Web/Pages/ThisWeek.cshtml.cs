using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>A week's editions: what is expected, where it stands, who has it, and what can be done about what went wrong.</summary>
public sealed class ThisWeekModel(
    EditionReports reports, EditionMaker maker, RequestQueries queries, RequestTransitions transitions, Deliveries deliveries, Sending sending, DeskTime desk,
    Caller caller, Words words) : PageModel
{
    /// <summary>Days.</summary>
    private const int FarthestBack = 366, FarthestAhead = 183;

    public Week Week { get; private set; } = new(DateOnly.MinValue);

    /// <summary>Whether a link leads to the week before: whoever goes from link to link comes to an end. Any week can be asked for by its address.</summary>
    public bool HasEarlier => Week.Monday > Today.AddDays(-FarthestBack);

    public bool HasLater => Week.Monday < Today.AddDays(FarthestAhead);

    /// <summary>Whether it is the week of today.</summary>
    public bool IsPresent { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(desk.Local(desk.Now).DateTime);

    public IReadOnlyList<EditionReport> Editions { get; private set; } = [];

    /// <summary>Why what was asked for was not done.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    /// <summary>Sentences that say how the week stands.</summary>
    public IEnumerable<string> Summary
    {
        get
        {
            var due = Editions.Where(edition => edition.Due <= desk.Now && edition.State != EditionState.LeftOut).ToList();
            if (due.Count > 0)
                yield return words.Certainty.Out(due.Count, due.Count(edition => edition.State == EditionState.Completed));
            if (due.Count(edition => edition.State is EditionState.Missing or EditionState.Failed) is > 0 and var wrong)
                yield return words.Certainty.Wrong(wrong);
            if (Editions.Sum(edition => ShownTo(edition).Count(one => !one.HasIt && one.MayBeSentAgain)) is > 0 and var failed)
                yield return words.Certainty.Undelivered(failed);
            if (Editions.Count(edition => edition.Due > desk.Now) is > 0 and var toCome)
                yield return words.Certainty.ToCome(toCome);
        }
    }

    /// <summary>Whether any schedule has more than are shown.</summary>
    public bool IsCut => Editions.GroupBy(edition => edition.Name).Any(ofOne => ofOne.Count() >= EditionReports.MostOfOne);

    public async Task<IActionResult> OnGetAsync(DateOnly? day, CancellationToken cancellationToken) =>
        ModelState.IsValid && await ShowAsync(day, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSendAgainAsync(
        [FromForm] Guid request, [FromForm] Guid delivery, DateOnly? day, CancellationToken cancellationToken)
    {
        if (!caller.MayOrder)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await queries.FindAsync(request, caller.Viewer, cancellationToken) is not { } found || !caller.MayChange(found))
            return NotFound();
        return await AnswerAsync(await sending.SendAgainAsync(found, delivery, HttpContext, cancellationToken), day, cancellationToken);
    }

    /// <summary>Begins again what of an edition failed or was called off, or makes the last one that was due.</summary>
    public async Task<IActionResult> OnPostMakeAsync(
        [FromForm] string? schedule, [FromForm] string? number, DateOnly? day, CancellationToken cancellationToken)
    {
        if (!caller.MayOrder)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!ModelState.IsValid || !await ShowAsync(day, cancellationToken))
            return NotFound();
        var edition = Editions.FirstOrDefault(edition => edition.Name == schedule && edition.Number == number);
        if (edition is null || !MayBeMade(edition))
            return await AnswerAsync([words.Certainty.CannotMake], day, cancellationToken);
        var by = HttpContext.Actor(Doors.Form);
        foreach (var request in Broken(edition))
            await transitions.RetryAsync(request.Id, by, cancellationToken);
        if (edition.Languages.All(language => language.Request is null))
            await maker.MakeDueAsync(edition.Name, caller.Viewer, by, cancellationToken);
        return Back(day);
    }

    /// <summary>Whether whoever looks may make it, and it wants making.</summary>
    public bool MayBeMade(EditionReport edition) => caller.MayOrder
        && (Broken(edition).Any() || (edition is { IsLast: true, Schedule: not null } && edition.Languages.All(language => language.Request is null)));

    /// <summary>To whom it goes is a matter of the desk whose edition it is.</summary>
    public IEnumerable<RecipientReport> ShownTo(EditionReport edition) => edition.Recipients.Where(one => one.Request.MayBeChangedBy(caller.Viewer));

    public bool MayBeSentAgain(RecipientReport one) => deliveries.IsOn && one.MayBeSentAgain && caller.MayChange(one.Request);

    private IEnumerable<BriefingRequest> Broken(EditionReport edition) => edition.Languages.Select(language => language.Request).OfType<BriefingRequest>()
        .Where(request => request.MayBeRetried && caller.MayChange(request));

    private async Task<bool> ShowAsync(DateOnly? day, CancellationToken cancellationToken)
    {
        if (Week.Of(day ?? Today) is not { } week)
            return false;
        (Week, IsPresent) = (week, week == Week.Of(Today));
        var (from, to) = week.Moments(desk);
        Editions = await reports.BetweenAsync(from, to, caller.Viewer, cancellationToken);
        return true;
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<string> refusals, DateOnly? day, CancellationToken cancellationToken)
    {
        if (refusals.Count == 0)
            return Back(day);
        Refusals = refusals;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(day, cancellationToken);
    }

    private RedirectToPageResult Back(DateOnly? day) => RedirectToPage("/ThisWeek", new { day = day?.ToString("yyyy-MM-dd", null) });
}
