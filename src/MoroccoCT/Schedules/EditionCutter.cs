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
        var before = new List<EarlierEdition?>();
        foreach (var order in orders)
            before.Add(await BeforeAsync(schedule.Name, order.Language, due, cancellationToken));

        // What is published from now on, within this millisecond too, is the next edition's.
        var cut = time.GetUtcNow().InMilliseconds().AddMilliseconds(-1);
        var since = before.Select(edition => Since(edition, period)).Min();
        var published = await developments.InForceAsync(since, cut, Viewer.Everything, now, cancellationToken);
        var withdrawn = await developments.WithdrawnAsync(since, cut, Viewer.Everything, now, cancellationToken);
        var inScope = published.Where(one => EditionScope.Takes(now, schedule.Definition.Order, one.Content)).ToList();
        var told = inScope.Where(one => MayTell(one, schedule.Definition.Order)).ToList();
        var marking = Marking.Highest(told.Select(MarkingOf));
        var isRaised = schedule.Definition.Order.Marking is null && marking.Level > schedule.MarkingLevel;
        return new(
            [.. orders.Select(order => isRaised ? order with { Marking = marking.Label } : order)],
            [.. orders.Zip(before, (order, edition) => Kept(order, edition))],
            isRaised);

        KeptEdition Kept(BriefingOrder order, EarlierEdition? edition)
        {
            IReadOnlyList<TopicText> topics = now.Languages.Contains(order.Language) ? TopicText.Of(now, order) : [];
            var content = new EditionContent
            {
                Cut = cut,
                Since = edition?.Number,
                Standing = schedule.Definition.Standing,
                Developments =
                [
                    .. told.Where(one => IsNew(one, edition, period)).Select(one => new EditionDevelopment(one.Number, one.Content, IsKnown(one, edition))),
                ],
                Withdrawn =
                [
                    .. withdrawn.Where(one => WasTold(one, edition) && EditionScope.Takes(now, order, one.Content)).Select(one => Withdrawn(one, schedule)),
                ],
                Changes = edition?.Topics is { } then ? TopicComparison.Between(then, topics) : [],
                AboveMarking = inScope.Except(told).Count(one => IsNew(one, edition, period)),
                Corrects = corrects,
            };
            return new(Guid.Empty, content, topics);
        }
    }

    /// <summary>From when on what was published may be news; what was published earlier of a later day was left over by the edition before.</summary>
    private static DateTimeOffset Since(EarlierEdition? before, Period period)
    {
        var firstDay = Start(before is null ? period.From : before.To.AddDays(1)) - aroundDay;
        return before is null || firstDay < before.Cut ? firstDay : before.Cut;
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(default), TimeSpan.Zero);

    private static bool IsNew(PublishedDevelopment one, EarlierEdition? before, Period period)
    {
        var day = Day(one.Content.Date);
        return day <= period.To && (before is null ? day >= period.From : day > before.To || one.PublishedAt > before.Cut);
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

    private Task<EarlierEdition?> BeforeAsync(string schedule, string language, DateTimeOffset due, CancellationToken cancellationToken) => store.ReadAsync(
        async ledger =>
        {
            var request = await ledger.Requests
                .Where(row => row.Schedule == schedule && row.Language == language && row.State != RequestState.Failed && row.State != RequestState.Cancelled
                    && (row.DueAt == null || row.DueAt < due))
                .OrderBy(row => row.DueAt == null).ThenByDescending(row => row.DueAt).ThenByDescending(row => row.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (request is null)
                return null;
            var kept = await ledger.Editions.FirstOrDefaultAsync(edition => edition.RequestId == request.Id, cancellationToken);
            return new EarlierEdition(request.Number, request.PeriodTo ?? request.IssueDate, kept?.Content.Cut ?? request.CreatedAt, kept?.Topics);
        },
        cancellationToken);

    /// <param name="To">The last day of its period.</param>
    /// <param name="Topics">What its topics said; null where an older version made it, which kept none of it.</param>
    private sealed record EarlierEdition(string Number, DateOnly To, DateTimeOffset Cut, IReadOnlyList<TopicText>? Topics);
}
