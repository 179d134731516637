using Microsoft.EntityFrameworkCore;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Finished briefings that belong to another one: the same in other languages, and later ones of the same order or schedule.</summary>
public sealed class RelatedRequests
{
    /// <summary>So many of the desk's newest are looked through.</summary>
    private const int MostRequests = 1000;

    private readonly LedgerStore store;

    internal RelatedRequests(LedgerStore store) => this.store = store;

    /// <summary>The newest of each other language, for the same days, by language.</summary>
    public async Task<IReadOnlyList<BriefingRequest>> InOtherLanguagesAsync(BriefingRequest request, Viewer viewer, CancellationToken cancellationToken) =>
    [
        .. (await OfTheDeskAsync(request, viewer, cancellationToken))
            .Where(other => other.Order.Language != request.Order.Language && other.Period == request.Period
                && Core(other.Order) == Core(request.Order))
            .DistinctBy(other => other.Order.Language).OrderBy(other => other.Order.Language, StringComparer.Ordinal),
    ];

    /// <summary>Later editions of its schedule, or later briefings of the same order in its language, newest first.</summary>
    public async Task<IReadOnlyList<BriefingRequest>> LaterAsync(BriefingRequest request, Viewer viewer, int most, CancellationToken cancellationToken) =>
    [
        .. (await OfTheDeskAsync(request, viewer, cancellationToken))
            .Where(other => other.IssueDate > request.IssueDate && other.Schedule == request.Schedule
                && (request.Schedule is not null || (other.Order.Language == request.Order.Language && Core(other.Order) == Core(request.Order))))
            .Take(most),
    ];

    /// <summary>What decides the content: title and addressee are words of each language.</summary>
    private static (string Sections, string Topics, Depth Depth, Paper Paper, Profile Profile, string? Marking) Core(BriefingOrder order) =>
        (string.Join(' ', order.Sections), string.Join(' ', order.Topics), order.Depth, order.Paper, order.Profile, order.Marking);

    /// <summary>Newest first.</summary>
    private async Task<IEnumerable<BriefingRequest>> OfTheDeskAsync(BriefingRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            ledger => ledger.Requests.VisibleTo(viewer)
                .Where(other => other.State == RequestState.Completed && other.Desk == request.Desk && other.Id != request.Id)
                .OrderByDescending(other => other.Id).Take(MostRequests).ToListAsync(cancellationToken),
            cancellationToken);
        return rows.Where(other => other.IsReadable);
    }
}
