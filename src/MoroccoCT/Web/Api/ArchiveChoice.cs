using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Api;

/// <summary>Requests that somebody wants the documents of, and what keeps him from getting them.</summary>
/// <param name="Requests">In the order in which they are named.</param>
/// <param name="Unknown">Ids that nothing here has that he may see.</param>
/// <param name="Unfinished">Those without a document.</param>
internal sealed record ArchiveChoice(IReadOnlyList<BriefingRequest> Requests, IReadOnlyList<Guid> Unknown, IReadOnlyList<BriefingRequest> Unfinished)
{
    /// <summary>Documents in one file.</summary>
    public const int Most = 50;

    public bool IsGood => Requests.Count > 0 && Unknown.Count == 0 && Unfinished.Count == 0;

    public static async Task<ArchiveChoice> ReadAsync(
        IReadOnlyList<Guid> ids, Viewer viewer, RequestQueries queries, CancellationToken cancellationToken)
    {
        var found = await queries.FindAsync(ids, viewer, cancellationToken);
        return new(
            found,
            [.. ids.Except(found.Select(request => request.Id))],
            [.. found.Where(request => request.State != RequestState.Completed || request.Sha256 is null)]);
    }
}
