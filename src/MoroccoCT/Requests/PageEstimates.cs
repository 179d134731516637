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

    private readonly LedgerStore store;
    private readonly CurrentLibrary library;

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
                .Where(deep => OrderValidator.Check(deep, current).Count == 0).Select(deep => Estimate(deep, current, documents)),
        ];
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

    private static PageEstimate Estimate(BriefingOrder order, ContentLibrary library, IReadOnlyList<(BriefingOrder Order, int Pages)> documents)
    {
        if (order.Depth == Depth.Summary)
            return new(order.Depth, 1, EstimateBasis.Rule);
        var like = documents.Where(document => IsLike(document.Order, order)).Select(document => (int?)document.Pages).FirstOrDefault();
        return like is { } pages
            ? new(order.Depth, pages, EstimateBasis.Document)
            : new(order.Depth, BriefingExtent.Pages(library, order), EstimateBasis.Text);
    }

    private static bool IsLike(BriefingOrder made, BriefingOrder order) =>
        made.Depth == order.Depth && made.Language == order.Language && made.Paper == order.Paper
        && made.Sections.SequenceEqual(order.Sections) && made.Topics.SequenceEqual(order.Topics);

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
