using MoroccoCT.Briefings.Editions;
using MoroccoCT.Delivery;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>What a job asks of the renderer. Tests put one in its place that fails as engines do.</summary>
public interface IRequestRenderer
{
    Task<PreparedBriefing> PrepareAsync(BriefingRequest request, CancellationToken cancellationToken);

    Task<RenderedBriefing> TypesetAsync(BriefingRequest request, PreparedBriefing prepared, CancellationToken cancellationToken);
}

/// <summary>Renders a request's order for its date and, where it is to be printed, its number; an edition with what was kept for it.</summary>
internal sealed class RequestRenderer(BriefingRenderer renderer, RequestQueries queries, ServiceAddress address) : IRequestRenderer
{
    public async Task<PreparedBriefing> PrepareAsync(BriefingRequest request, CancellationToken cancellationToken)
    {
        var edition = request.Schedule is null ? null : (await queries.EditionAsync(request.Id, cancellationToken))?.Content;
        var issue = new Issue(request.IssueDate, request.PrintedNumber, request.Period, request.PreparedBy)
        {
            Edition = edition,
            Service = edition is { Standing: Standing.Link } ? address.Public?.AbsoluteUri : null,
        };
        return await renderer.PrepareAsync(request.Order, issue, cancellationToken);
    }

    public Task<RenderedBriefing> TypesetAsync(BriefingRequest request, PreparedBriefing prepared, CancellationToken cancellationToken) =>
        renderer.TypesetAsync(prepared, inFreshEngine: request.Setbacks > 0, cancellationToken);
}
