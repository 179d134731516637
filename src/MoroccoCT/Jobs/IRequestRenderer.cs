using MoroccoCT.Rendering;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>What a job asks of the renderer. Tests put one in its place that fails as engines do.</summary>
public interface IRequestRenderer
{
    Task<PreparedBriefing> PrepareAsync(BriefingRequest request, CancellationToken cancellationToken);

    Task<RenderedBriefing> TypesetAsync(BriefingRequest request, PreparedBriefing prepared, CancellationToken cancellationToken);
}

/// <summary>Renders a request's order for its date and, where it is to be printed, its number.</summary>
internal sealed class RequestRenderer(BriefingRenderer renderer) : IRequestRenderer
{
    public Task<PreparedBriefing> PrepareAsync(BriefingRequest request, CancellationToken cancellationToken) =>
        renderer.PrepareAsync(request.Order, new(request.IssueDate, request.PrintedNumber, request.Period, request.PreparedBy), cancellationToken);

    public Task<RenderedBriefing> TypesetAsync(BriefingRequest request, PreparedBriefing prepared, CancellationToken cancellationToken) =>
        renderer.TypesetAsync(prepared, inFreshEngine: request.Setbacks > 0, cancellationToken);
}
