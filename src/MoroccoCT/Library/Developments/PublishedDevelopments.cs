using Microsoft.EntityFrameworkCore;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Library.Developments;

/// <summary>
/// What an edition takes up: what was published or withdrawn since the one before. It goes by these moments and not by the day of the
/// news: what happened long ago and was published since is new to the readers too. Editions whose times follow on one another miss none and
/// have none twice: whoever publishes or withdraws takes his turn before he looks at the clock, and so does whoever asks here.
/// </summary>
public sealed class PublishedDevelopments
{
    private readonly LedgerStore store;

    internal PublishedDevelopments(LedgerStore store) => this.store = store;

    /// <summary>
    /// Each as it was published last up to <paramref name="until"/>, the newest first. What has been withdrawn by now is left out, also
    /// where that was later.
    /// </summary>
    /// <param name="after">Published later than this; null from the beginning.</param>
    /// <param name="until">Published then or before.</param>
    /// <param name="library">With which they are read: that of the edition.</param>
    public async Task<IReadOnlyList<PublishedDevelopment>> InForceAsync(
        DateTimeOffset? after, DateTimeOffset until, Viewer viewer, ContentLibrary library, CancellationToken cancellationToken)
    {
        var found = await InTurnAsync(
            ledger => (from change in Between(ledger, after, until)
                       join row in ledger.Developments.OfDesk(viewer).Where(row => row.WithdrawnAt == null) on change.DevelopmentId equals row.Id
                       select new { change, row }).ToListAsync(cancellationToken),
            cancellationToken);
        var sight = new DevelopmentSight(viewer, SeesDrafts: false, library);
        return
        [
            .. from publication in found
               group publication by publication.row.Id into ofOne
               let last = ofOne.MaxBy(one => one.change.Revision)!
               where sight.IsCleared(last.change.Content, last.change.MarkingLevel)
               let read = DevelopmentReader.Read(last.change.Content, last.row.Number, library)
               orderby last.change.Content.Date descending, last.row.Number
               select new PublishedDevelopment(
                   last.row.Number, last.change.Content, read, last.row.FirstPublishedAt ?? last.change.At, last.change.At),
        ];
    }

    /// <summary>What had been published and was withdrawn, the last first.</summary>
    /// <param name="after">Withdrawn later than this; null from the beginning.</param>
    /// <param name="until">Withdrawn then or before.</param>
    /// <param name="library">With which they are read: that of the edition.</param>
    public async Task<IReadOnlyList<WithdrawnDevelopment>> WithdrawnAsync(
        DateTimeOffset? after, DateTimeOffset until, Viewer viewer, ContentLibrary library, CancellationToken cancellationToken)
    {
        var rows = await InTurnAsync(
            ledger => ledger.Developments.OfDesk(viewer)
                .Where(row => row.FirstPublishedAt != null && row.WithdrawnAt <= until && (after == null || row.WithdrawnAt > after))
                .OrderByDescending(row => row.WithdrawnAt).ToListAsync(cancellationToken),
            cancellationToken);
        var sight = new DevelopmentSight(viewer, SeesDrafts: false, library);
        return
        [
            .. from row in rows.Where(sight.SeesPublished)
               select new WithdrawnDevelopment(
                   row.Number,
                   row.PublishedContent!,
                   DevelopmentReader.Read(row.PublishedContent!, row.Number, library),
                   row.FirstPublishedAt!.Value,
                   row.WithdrawnAt!.Value,
                   row.WithdrawnBecause ?? ""),
        ];
    }

    /// <summary>Who has ever written any of these developments; whoever was alone with the service is <see cref="Guid.Empty"/>.</summary>
    public async Task<IReadOnlySet<Guid>> WritersAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var people = await store.ReadAsync(
            ledger => (from change in ledger.DevelopmentChanges
                       join row in ledger.Developments on change.DevelopmentId equals row.Id
                       where numbers.Contains(row.Number) && (change.What == DevelopmentDeed.Recorded || change.What == DevelopmentDeed.Edited)
                       select change.PersonId).Distinct().ToListAsync(cancellationToken),
            cancellationToken);
        return people.Select(person => person ?? Guid.Empty).ToHashSet();
    }

    private static IQueryable<DevelopmentChange> Between(LedgerContext ledger, DateTimeOffset? after, DateTimeOffset until) =>
        ledger.DevelopmentChanges.Where(change => change.What == DevelopmentDeed.Published && change.At <= until && (after == null || change.At > after));

    /// <summary>Waits for those that are being published this moment.</summary>
    private Task<List<T>> InTurnAsync<T>(Func<LedgerContext, Task<List<T>>> read, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            await Counters.NextAsync(ledger, DevelopmentRows.Publications, cancellationToken);
            return await read(ledger);
        },
        cancellationToken);
}

/// <param name="Content">As it was published.</param>
/// <param name="Read">Without a development where the library no longer has its place; one that has problems may have lost a source.</param>
/// <param name="FirstPublishedAt">Earlier than <paramref name="PublishedAt"/> for one that was published before and changed since.</param>
public sealed record PublishedDevelopment(
    string Number, DevelopmentContent Content, ReadDevelopment Read, DateTimeOffset FirstPublishedAt, DateTimeOffset PublishedAt);

/// <param name="Content">As it was published last.</param>
/// <param name="Read">The same, read.</param>
/// <param name="Because">As it was written, in whatever language.</param>
public sealed record WithdrawnDevelopment(
    string Number, DevelopmentContent Content, ReadDevelopment Read, DateTimeOffset FirstPublishedAt, DateTimeOffset WithdrawnAt, string Because);
