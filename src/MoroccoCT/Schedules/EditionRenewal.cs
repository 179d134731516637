using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>An edition once more: made anew as long as nobody has released it, or corrected by another one that takes its place.</summary>
public sealed class EditionRenewal
{
    /// <summary>Characters of the reason that is printed on a correction.</summary>
    public const int ReasonLength = 300;

    private readonly ScheduleBook book;
    private readonly EditionCutter cutter;
    private readonly EditionNumbers numbers;
    private readonly RequestSubmitter submitter;
    private readonly RequestTransitions transitions;
    private readonly RequestQueries queries;
    private readonly CurrentLibrary library;
    private readonly TimeProvider time;

    internal EditionRenewal(
        ScheduleBook book, EditionCutter cutter, EditionNumbers numbers, RequestSubmitter submitter, RequestTransitions transitions, RequestQueries queries,
        CurrentLibrary library, TimeProvider time) =>
        (this.book, this.cutter, this.numbers, this.submitter, this.transitions, this.queries, this.library, this.time) =
            (book, cutter, numbers, submitter, transitions, queries, library, time);

    /// <summary>Takes in what was published and changed meanwhile. It keeps its number, and waits to be released as before.</summary>
    /// <returns>The edition as it then stands; null when there is none that these eyes may change.</returns>
    /// <exception cref="EditionRefusedException">It does not wait, or its schedule has ended.</exception>
    public async Task<BriefingRequest?> MakeAnewAsync(Guid id, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, viewer, cancellationToken) is not { } seen || !seen.MayBeChangedBy(viewer))
            return null;
        if (!seen.AwaitsRelease || seen.DueAt is not { } due || seen.Period is not { } period)
            throw new EditionRefusedException(EditionRefusal.NotHeld, seen.Number);
        var schedule = await ScheduleOfAsync(seen, cancellationToken);
        var corrects = (await queries.EditionAsync(id, cancellationToken))?.Content.Corrects;
        var cut = await cutter.CutAsync(schedule, due, period, corrects, cancellationToken);
        var place = cut.Orders.ToList().FindIndex(order => order.Language == seen.Language);
        if (place < 0)
            throw new EditionRefusedException(EditionRefusal.NoSchedule, seen.Number);
        var order = Canonical(cut.Orders[place]);
        return await transitions.MakeAnewAsync(
            seen,
            seen with { Order = order, MarkingLevel = (Marking.Find(order.Marking ?? "") ?? Marking.Clear).Level },
            cut.Contents[place],
            by,
            cancellationToken) ?? throw new EditionRefusedException(EditionRefusal.ChangedMeanwhile, seen.Number);
    }

    /// <summary>Makes another edition for the same period, in all its languages, that says which one it takes the place of and why.</summary>
    /// <param name="reason">Printed on it, and told to whoever checks the old one.</param>
    /// <returns>Null when there is none that these eyes may change.</returns>
    /// <exception cref="OrderRejectedException">The reason cannot be printed.</exception>
    /// <exception cref="EditionRefusedException">It is not finished, not released or superseded already.</exception>
    public async Task<IReadOnlyList<Submitted>?> CorrectAsync(Guid id, string reason, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        reason = reason.Trim();
        var problems = reason.Length == 0 ? [new("reason", OrderFault.Blank)] : PlainLine.Faults("reason", reason, ReasonLength).ToList();
        if (problems.Count > 0)
            throw new OrderRejectedException(problems);
        if (await queries.FindAsync(id, viewer, cancellationToken) is not { } seen || !seen.MayBeChangedBy(viewer))
            return null;
        if (seen is not { State: RequestState.Completed, Schedule: not null, Period: { } period })
            throw new EditionRefusedException(EditionRefusal.NotIssued, seen.Number);
        if (seen.SupersededBy is not null)
            throw new EditionRefusedException(EditionRefusal.Superseded, seen.Number);
        if (seen.IsUnreleased)
            throw new EditionRefusedException(EditionRefusal.StillHeld, seen.Number);

        var schedule = await ScheduleOfAsync(seen, cancellationToken);
        var due = seen.DueAt ?? seen.CreatedAt;
        var cut = await cutter.CutAsync(schedule, due, period, new Correction(seen.Number, reason), cancellationToken);
        var number = await numbers.OfCorrectionAsync(schedule, seen.Number, due, cancellationToken);
        var edition = new Edition(schedule.Name, number, schedule.Times.Date(time.GetUtcNow()), period, schedule.Desk)
        {
            DueAt = due,
            NeedsRelease = schedule.Definition.ReleaseAhead is not null,
            Supersedes = seen.Number,
            IsMarkingRaised = cut.IsMarkingRaised,
            Contents = cut.Contents,
        };
        var submission = new Submission(by, $"correction:{seen.Number}", edition) { DeliverTo = schedule.Definition.Recipients };
        return await submitter.SubmitAsync(cut.Orders, submission, cancellationToken);
    }

    private async Task<Schedule> ScheduleOfAsync(BriefingRequest edition, CancellationToken cancellationToken) =>
        (await book.AllAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Name == edition.Schedule)
        ?? throw new EditionRefusedException(EditionRefusal.NoSchedule, edition.Number);

    /// <summary>The library may have changed under the schedule: then it is found out when it is made.</summary>
    private BriefingOrder Canonical(BriefingOrder order)
    {
        var now = library.Snapshot.Library;
        return OrderValidator.Check(order, now).Count == 0 ? OrderValidator.Normalize(order, now) : order;
    }
}
