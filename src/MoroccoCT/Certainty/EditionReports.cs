using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;

namespace MoroccoCT.Certainty;

/// <summary>
/// Which editions there should be, by the times of the schedules alone, and what the ledger has of them. The page, the API and the watch all ask here, so that
/// they cannot disagree.
/// </summary>
public sealed class EditionReports
{
    /// <summary>Of one schedule; one that is due each minute has more in a week than anybody reads.</summary>
    public const int MostOfOne = 200;

    /// <summary>More than a library has.</summary>
    private const int MostLanguages = 12;

    private readonly ScheduleBook book;
    private readonly ScheduleMemory memory;
    private readonly Alarms alarms;
    private readonly LedgerStore store;
    private readonly CertaintyOptions options;
    private readonly TimeProvider time;

    internal EditionReports(
        ScheduleBook book, ScheduleMemory memory, Alarms alarms, LedgerStore store, IOptions<CertaintyOptions> options, TimeProvider time) =>
        (this.book, this.memory, this.alarms, this.store, this.options, this.time) = (book, memory, alarms, store, options.Value, time);

    /// <summary>Those due from a moment to before another that these eyes see, soonest first; of each schedule so many at most.</summary>
    public async Task<IReadOnlyList<EditionReport>> BetweenAsync(
        DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken cancellationToken)
    {
        var all = await book.AllAsync(cancellationToken);
        var since = await memory.SinceAsync(all, time.GetUtcNow(), cancellationToken);
        var seen = all.Where(schedule => schedule.IsVisibleTo(viewer)).ToDictionary(schedule => schedule.Name);
        var expected = seen.Values.Where(schedule => !schedule.IsPaused).SelectMany(schedule =>
            schedule.Times.After(from.AddTicks(-1)).TakeWhile(due => due < to).Where(due => due > since[schedule.Name]).Take(MostOfOne)
                .Select(due => new Occasion(schedule.Name, schedule, due)));
        var made = (await MadeAsync(from, to, viewer, cancellationToken)).Select(one => new Occasion(one.Name, seen.GetValueOrDefault(one.Name), one.Due))
            .GroupBy(one => one.Name).SelectMany(ofOne => ofOne.OrderBy(one => one.Due).Take(MostOfOne));
        var reports = await OfAsync([.. expected.Concat(made).DistinctBy(one => one.Key)], viewer, cancellationToken);
        return [.. reports.OrderBy(report => report.Due).ThenBy(report => report.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those that have to be out by now: of each schedule the last one that was due so long ago, if it was to be made at all.</summary>
    internal async Task<IReadOnlyList<EditionReport>> ToBeOutAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = await book.AllAsync(cancellationToken);
        var since = await memory.SinceAsync(all, now, cancellationToken);
        var due = from schedule in all
                  where !schedule.IsPaused
                  let last = schedule.Times.LatestDue(now - options.LateAfter)
                  where last > since[schedule.Name]
                  select new Occasion(schedule.Name, schedule, last.Value);
        return await OfAsync([.. due], Viewer.Everything, cancellationToken);
    }

    private async Task<IReadOnlyList<EditionReport>> OfAsync(IReadOnlyList<Occasion> occasions, Viewer viewer, CancellationToken cancellationToken)
    {
        if (occasions.Count == 0)
            return [];
        var keys = occasions.SelectMany(one => Enumerable.Range(1, MostLanguages).Select(place => place == 1 ? one.Key : $"{one.Key}:{place}")).ToList();
        var rows = await store.ReadAsync(
            ledger => ledger.Requests.Where(request => keys.Contains(request.Key!)).VisibleTo(viewer).OrderBy(request => request.Id)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var ids = rows.Where(request => request.State == RequestState.Completed).Select(request => request.Id).ToList();
        var sent = await store.ReadAsync(
            ledger => ledger.Deliveries.Where(row => ids.Contains(row.RequestId)).OrderBy(row => row.Round).ToListAsync(cancellationToken), cancellationToken);
        var raised = await alarms.BetweenAsync(occasions.Min(one => one.Due), occasions.Max(one => one.Due), cancellationToken);
        var ofKey = rows.ToLookup(request => EditionKey.Of(request.Key!));
        var ofRequest = sent.ToLookup(row => row.RequestId);
        var ofEdition = raised.ToLookup(alarm => EditionKey.Of(alarm.Schedule, alarm.Due!.Value));
        return [.. occasions.Select(one => Report(one, [.. ofKey[one.Key]], ofRequest, [.. ofEdition[one.Key]])).OfType<EditionReport>()];
    }

    /// <returns>Null for one that these eyes do not see, or nobody knows anything of.</returns>
    private EditionReport? Report(
        Occasion one, IReadOnlyList<BriefingRequest> made, ILookup<Guid, RequestDelivery> sent, IReadOnlyList<Alarm> raised)
    {
        var now = time.GetUtcNow();
        if (made.Count == 0 && one.Schedule is null)
            return null;
        var isLast = one.Schedule is { } schedule && schedule.Times.LatestDue(now) == one.Due;
        IReadOnlyList<LanguageReport> languages = made.Count > 0
            ? [.. made.Select(request =>
                new LanguageReport(request.Language, EditionStates.Of(request), request, RecipientReports.Of(request, sent[request.Id])))]
            : [.. one.Schedule!.Definition.Orders().Select(order => new LanguageReport(order.Language, Unmade(one, now, isLast, raised), null, []))];
        var due = one.Schedule is null ? one.Due : TimeZoneInfo.ConvertTimeBySystemTimeZoneId(one.Due, one.Schedule.Times.TimeZone);
        return new(one.Name, one.Schedule, made.Count > 0 ? made[0].Number : EditionPlan.Of(one.Schedule!, one.Due).Number, due, isLast, languages)
        {
            Alarms = [.. raised.Where(alarm => alarm.EndedAt is null).Select(alarm => alarm.Kind)],
        };
    }

    /// <summary>What was to be made while something ran is missing; what fell due while nothing ran is left out, as the schedule has it.</summary>
    private EditionState Unmade(Occasion one, DateTimeOffset now, bool isLast, IReadOnlyList<Alarm> raised) =>
        one.Due > now ? EditionState.Expected
        : raised.Any(alarm => alarm.Kind == AlarmKind.Incomplete) ? EditionState.Missing
        : !isLast || EditionMaker.IsLeftOut(one.Schedule!, one.Due, now) ? EditionState.LeftOut
        : now - one.Due < options.LateAfter ? EditionState.Expected
        : EditionState.Missing;

    /// <summary>What was made in that time, also by schedules that were moved or ended since. The days of issue are those of the schedules' zones.</summary>
    private async Task<IEnumerable<(string Name, DateTimeOffset Due)>> MadeAsync(
        DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken cancellationToken)
    {
        var (first, last) = (DateOnly.FromDateTime(from.UtcDateTime.AddDays(-1)), DateOnly.FromDateTime(to.UtcDateTime.AddDays(1)));
        var keys = await store.ReadAsync(
            ledger => ledger.Requests.Where(request => request.Schedule != null && request.IssueDate >= first && request.IssueDate <= last).VisibleTo(viewer)
                .Select(request => new { request.Schedule, request.Key }).ToListAsync(cancellationToken),
            cancellationToken);
        return from one in keys
               let due = EditionKey.Due(one.Key)
               where due >= @from && due < to
               select (one.Schedule!, due.Value);
    }

    /// <summary>An edition that is expected or was made.</summary>
    private sealed record Occasion(string Name, Schedule? Schedule, DateTimeOffset Due)
    {
        public string Key { get; } = EditionKey.Of(Name, Due);
    }
}
