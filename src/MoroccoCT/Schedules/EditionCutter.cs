using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Schedules;

/// <summary>
/// Gathers what an edition tells: what was published since the edition before and happened up to the end of the period, what was withdrawn, and how the
/// topics have changed. What one edition leaves over, because it came later or belongs to a later day, the next one takes.
/// </summary>
internal sealed class EditionCutter(PublishedDevelopments developments, LedgerStore store, CurrentLibrary library, TimeProvider time)
{
    /// <summary>A day begins earlier in one zone than in another; no news is published before its day.</summary>
    private static readonly TimeSpan aroundDay = TimeSpan.FromDays(1);

    /// <param name="due">Editions due before it are those it is compared with.</param>
    public async Task<EditionCut> CutAsync(Schedule schedule, DateTimeOffset due, Period period, Correction? corrects, CancellationToken cancellationToken)
    {
        var now = library.Snapshot.Library;
        var orders = schedule.Definition.Orders();
        var before = new List<Earlier>();
        foreach (var order in orders)
            before.Add(await BeforeAsync(schedule.Name, order.Language, due, period, cancellationToken));

        // What is published from now on, within this millisecond too, is the next edition's.
        var cut = time.GetUtcNow().InMilliseconds().AddMilliseconds(-1);
        var since = before.Select(Since).Min();

        // What a desk writes is its own; only the schedules of the house tell of all desks. The marking is looked at below.
        var viewer = Viewer.Everything with { Desk = schedule.IsInSettings ? null : schedule.Desk };
        var published = await developments.InForceAsync(since, cut, viewer, now, cancellationToken);
        var withdrawn = await developments.WithdrawnAsync(since, cut, viewer, now, cancellationToken);
        var inScope = published.Where(one => EditionScope.Takes(now, schedule.Definition.Order, one.Content)).ToList();
        var told = inScope.Where(one => MayTell(one, schedule.Definition.Order)).ToList();
        var marking = Marking.Highest(told.Select(MarkingOf));
        var isRaised = schedule.Definition.Order.Marking is null && marking.Level > schedule.MarkingLevel;
        return new(
            [.. orders.Select(order => isRaised ? order with { Marking = marking.Label } : order)],
            [.. orders.Zip(before, Kept)],
            isRaised);

        KeptEdition Kept(BriefingOrder order, Earlier earlier)
        {
            var edition = earlier.Edition;
            IReadOnlyList<TopicText> topics = now.Languages.Contains(order.Language) ? TopicText.Of(now, order) : [];
            var content = new EditionContent
            {
                Cut = cut,
                Since = edition?.Number,
                Standing = schedule.Definition.Standing,
                Developments =
                [
                    .. told.Where(one => IsNew(one, earlier, period)).Select(one => new EditionDevelopment(one.Number, one.Content, IsKnown(one, edition))),
                ],
                Withdrawn =
                [
                    .. withdrawn.Where(one => EditionScope.Takes(now, order, one.Content) && WasTold(one, edition)).Select(one => Withdrawn(one, schedule)),
                ],
                Changes = edition?.Topics is { } then ? TopicComparison.Between(then, topics) : [],
                AboveMarking = inScope.Except(told).Count(one => IsNew(one, earlier, period)),
                Corrects = corrects,
            };
            return new(Guid.Empty, content, topics);
        }
    }

    /// <summary>From when on what was published may be news; what was published earlier of a later day was left over by the edition before.</summary>
    private static DateTimeOffset Since(Earlier earlier)
    {
        var firstDay = Start(earlier.From) - aroundDay;
        return earlier.Edition is { } edition && edition.Cut < firstDay ? edition.Cut : firstDay;
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(default), TimeSpan.Zero);

    private static bool IsNew(PublishedDevelopment one, Earlier earlier, Period period)
    {
        var day = Day(one.Content.Date);
        return day <= period.To && (day >= earlier.From || one.PublishedAt > earlier.Edition?.Cut);
    }

    /// <summary>Whether the edition before, or one before that, told it in other words.</summary>
    private static bool IsKnown(PublishedDevelopment one, EarlierEdition? before) =>
        before is not null && Day(one.Content.Date) <= before.To && one.FirstPublishedAt <= before.Cut;

    private static bool WasTold(Library.Developments.WithdrawnDevelopment one, EarlierEdition? before) =>
        before is not null && one.WithdrawnAt > before.Cut && Day(one.Content.Date) <= before.To && one.FirstPublishedAt <= before.Cut;

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Where somebody chose the marking, it holds; else the news raise it.</summary>
    private static bool MayTell(PublishedDevelopment one, BriefingOrder order) =>
        order.Marking is not { } chosen || MarkingOf(one).Level <= (Marking.Find(chosen) ?? Marking.Clear).Level;

    private static Marking MarkingOf(PublishedDevelopment one) => one.Read.Development?.Marking ?? Marking.Find(one.Content.Marking ?? "") ?? Marking.Clear;

    private static Briefings.Editions.WithdrawnDevelopment Withdrawn(Library.Developments.WithdrawnDevelopment one, Schedule schedule) => new(
        one.Number, one.Content.Texts.ToDictionary(text => text.Key, text => text.Value.Title), schedule.Times.Date(one.WithdrawnAt), one.Because);

    private Task<Earlier> BeforeAsync(
        string schedule, string language, DateTimeOffset due, Period period, CancellationToken cancellationToken) => store.ReadAsync(
        async ledger =>
        {
            var all = ledger.Requests.Where(row => row.Schedule == schedule && row.Language == language && (row.DueAt == null || row.DueAt < due));
            var request = await all.Where(row => row.State != RequestState.Failed && row.State != RequestState.Cancelled)
                .OrderBy(row => row.DueAt == null).ThenByDescending(row => row.DueAt).ThenByDescending(row => row.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (request is null)
            {
                // Where all before it have failed, their news are still to be told.
                var first = await all.MinAsync(row => row.PeriodFrom, cancellationToken);
                return new Earlier(null, first < period.From ? first.Value : period.From);
            }

            var kept = await ledger.Editions.FirstOrDefaultAsync(edition => edition.RequestId == request.Id, cancellationToken);
            var to = request.PeriodTo ?? request.IssueDate;
            return new Earlier(new(request.Number, to, kept?.Content.Cut ?? request.CreatedAt, kept?.Topics), to.AddDays(1));
        },
        cancellationToken);

    /// <param name="Edition">The last one that readers have or will have; null before the first.</param>
    /// <param name="From">The first day of which nothing was told yet.</param>
    private sealed record Earlier(EarlierEdition? Edition, DateOnly From);

    /// <param name="To">The last day of its period.</param>
    /// <param name="Topics">What its topics said; null where an older version made it, which kept none of it.</param>
    private sealed record EarlierEdition(string Number, DateOnly To, DateTimeOffset Cut, IReadOnlyList<TopicText>? Topics);
}
