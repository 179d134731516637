using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Library.Developments;

/// <summary>Looks at developments and changes nothing. What these eyes do not see is not there for them.</summary>
public sealed partial class DevelopmentQueries
{
    /// <summary>So many rows are looked through at once.</summary>
    private const int Stretch = 200;

    /// <summary>More than anybody works off at once.</summary>
    private const int MostWaiting = 50;

    private readonly LedgerStore store;
    private readonly CurrentLibrary library;

    internal DevelopmentQueries(LedgerStore store, CurrentLibrary library) => (this.store, this.library) = (store, library);

    /// <param name="name">Its number or its id.</param>
    /// <param name="seesDrafts">Whether what is being written is seen; else what was published.</param>
    public async Task<DevelopmentView?> FindAsync(string name, Viewer viewer, bool seesDrafts, CancellationToken cancellationToken)
    {
        var number = name.Trim().ToUpperInvariant();
        var id = Guid.TryParse(name, out var given) ? given : Guid.Empty;
        if (id == Guid.Empty && !Number().IsMatch(number))
            return null;
        var row = await store.ReadAsync(
            ledger => ledger.Developments.FirstOrDefaultAsync(row => row.Number == number || row.Id == id, cancellationToken), cancellationToken);
        return row is null ? null : Sight(viewer, seesDrafts).Of(row);
    }

    /// <summary>As whoever has just changed it sees it.</summary>
    internal DevelopmentView View(DevelopmentRow row, Viewer viewer) => Sight(viewer, seesDrafts: true).Work(row);

    /// <param name="cursor">What a page before gave as its next.</param>
    /// <returns>The newest first; the cursor for those after them, null at the end or where it comes from elsewhere.</returns>
    public async Task<DevelopmentPage> ListAsync(
        DevelopmentFilter filter, Guid? cursor, int limit, Viewer viewer, bool seesDrafts, CancellationToken cancellationToken)
    {
        var sight = Sight(viewer, seesDrafts);
        var found = new List<DevelopmentView>();
        List<DevelopmentRow> stretch;
        do
        {
            stretch = await BeforeAsync(cursor, viewer, seesDrafts, cancellationToken);
            found.AddRange(stretch.Select(sight.Of).OfType<DevelopmentView>().Where(filter.Fits));
            cursor = stretch.LastOrDefault()?.Id;
        }
        while (found.Count <= limit && stretch.Count == Stretch);
        return found.Count > limit ? new(found[..limit], found[limit - 1].Row.Id) : new(found, null);
    }

    /// <summary>What somebody can go on with, the newest first: proposals that he may publish, and drafts that he had a hand in.</summary>
    /// <param name="mayPublish">Whether he publishes what others wrote.</param>
    /// <param name="isAlone">Whether he publishes his own as well.</param>
    public async Task<IReadOnlyList<DevelopmentView>> WaitingAsync(
        Viewer viewer, Guid? person, bool mayPublish, bool isAlone, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            ledger => ledger.Developments.OfDesk(viewer)
                .Where(row => row.State == DevelopmentState.Proposed || row.State == DevelopmentState.Draft)
                .OrderByDescending(row => row.Id).Take(Stretch).ToListAsync(cancellationToken),
            cancellationToken);
        return
        [
            .. rows.Where(row => row.State == DevelopmentState.Proposed
                    ? mayPublish && (isAlone || !row.IsOwnOf(person))
                    : row.Authors.Contains(DevelopmentRow.Author(person)))
                .Select(Sight(viewer, seesDrafts: true).Of).OfType<DevelopmentView>().Where(view => view.IsWork).Take(MostWaiting),
        ];
    }

    /// <summary>All changes of a development that these eyes see the work on, the last one first; those of a text above their clearance left out.</summary>
    public async Task<IReadOnlyList<DevelopmentChange>> ChangesAsync(DevelopmentView view, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!view.IsWork)
            return [];
        var changes = await store.ReadAsync(
            ledger => ledger.DevelopmentChanges.Where(change => change.DevelopmentId == view.Row.Id)
                .OrderByDescending(change => change.Revision).ToListAsync(cancellationToken),
            cancellationToken);
        var sight = Sight(viewer, seesDrafts: true);
        return [.. changes.Where(change => sight.IsCleared(change.Content, change.MarkingLevel))];
    }

    private Task<List<DevelopmentRow>> BeforeAsync(Guid? before, Viewer viewer, bool seesDrafts, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Developments.OfDesk(viewer)
            .Where(row => (seesDrafts || row.FirstPublishedAt != null) && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(Stretch).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Nothing else reaches the database.</summary>
    [GeneratedRegex("^MCT-D-[0-9]{4}-[0-9]{4,12}$")]
    private static partial Regex Number();

    private DevelopmentSight Sight(Viewer viewer, bool seesDrafts) => new(viewer, seesDrafts, library.Snapshot.Library);
}

/// <param name="Items">Newest first.</param>
/// <param name="Next">For those before these; null at the end.</param>
public sealed record DevelopmentPage(IReadOnlyList<DevelopmentView> Items, Guid? Next);
