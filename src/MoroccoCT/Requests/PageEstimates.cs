using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Tells before an order how many pages it makes, about: as many as the last such document had, else by the amount of its text.</summary>
public sealed class PageEstimates
{
    /// <summary>So many of the newest documents are looked through; older ones were made from older texts.</summary>
    private const int MostDocuments = 200;

    /// <summary>Choices whose pages were seen since; a person tries a few before one is ordered.</summary>
    private const int MostLearnt = 500;

    private readonly LedgerStore store;
    private readonly CurrentLibrary library;
    private readonly ConcurrentDictionary<string, (int Pages, LibrarySnapshot Library)> learnt = new();

    internal PageEstimates(LedgerStore store, CurrentLibrary library) => (this.store, this.library) = (store, library);

    /// <summary>For each depth at which the order can be made. What it asks for besides sections, topics, language and paper does not count.</summary>
    /// <param name="order">Without section and topic it stands for the whole library.</param>
    /// <param name="viewer">Whose documents count: the figure tells nobody that there is one he does not see.</param>
    /// <exception cref="OrderRejectedException">It asks for what the library does not have.</exception>
    public async Task<IReadOnlyList<PageEstimate>> OfAsync(BriefingOrder order, Viewer viewer, CancellationToken cancellationToken)
    {
        var current = library.Snapshot.Library;
        order = OrderValidator.Normalize(Counted(order, current), current);
        var documents = await DocumentsAsync(viewer, cancellationToken);
        return
        [
            .. Enum.GetValues<Depth>().Select(depth => order with { Depth = depth })
                .Where(deep => OrderValidator.Check(deep, current).Count == 0).Select(deep => Seen(deep) ?? Estimate(deep, current, documents)),
        ];
    }

    /// <summary>Keeps how many pages an order turned out to have, until the library changes.</summary>
    /// <param name="order">In canonical form.</param>
    public void Learn(BriefingOrder order, int pages)
    {
        if (learnt.Count >= MostLearnt)
            learnt.Clear();
        learnt[Key(order)] = (pages, library.Snapshot);
    }

    private static BriefingOrder Counted(BriefingOrder order, ContentLibrary library) => new()
    {
        Sections = order.Sections.Count > 0 || order.Topics.Count > 0
            ? order.Sections
            : [.. library.Sections(ContentLibrary.Original).Select(section => section.Id)],
        Topics = order.Topics,
        Language = order.Language,
        Paper = order.Paper,
    };

    private PageEstimate? Seen(BriefingOrder order) =>
        learnt.TryGetValue(Key(order), out var seen) && ReferenceEquals(seen.Library, library.Snapshot)
            ? new(order.Depth, seen.Pages, EstimateBasis.Document)
            : null;

    private static string Key(BriefingOrder order) =>
        string.Join('/', [order.Language, $"{order.Paper}", $"{order.Depth}", string.Join(',', order.Sections), string.Join(',', order.Topics)]);

    private static PageEstimate Estimate(BriefingOrder order, ContentLibrary library, IReadOnlyList<(BriefingOrder Order, int Pages)> documents)
    {
        if (order.Depth == Depth.Summary)
            return new(order.Depth, 1, EstimateBasis.Rule);
        var like = documents.Where(document => IsLike(document.Order, order)).Select(document => (int?)document.Pages).FirstOrDefault();
        return like is { } pages
            ? new(order.Depth, pages, EstimateBasis.Document)
            : new(order.Depth, BriefingExtent.Pages(library, order), EstimateBasis.Text);
    }

    /// <summary>In which order it is said hardly matters.</summary>
    private static bool IsLike(BriefingOrder made, BriefingOrder order) =>
        made.Depth == order.Depth && made.Language == order.Language && made.Paper == order.Paper
        && made.Sections.ToHashSet().SetEquals(order.Sections) && made.Topics.ToHashSet().SetEquals(order.Topics);

    /// <summary>Newest first.</summary>
    private async Task<IReadOnlyList<(BriefingOrder Order, int Pages)>> DocumentsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            ledger => ledger.Requests.VisibleTo(viewer).Where(request => request.State == RequestState.Completed && request.Pages != null)
                .OrderByDescending(request => request.Id).Take(MostDocuments).Select(request => new { request.Order, request.Pages })
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Select(row => (row.Order, row.Pages!.Value))];
    }
}
