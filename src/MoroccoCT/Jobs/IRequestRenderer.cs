using MoroccoCT.Rendering;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>What a job asks of the renderer. Tests put one in its place that fails as engines do.</summary>
public interface IRequestRenderer
{
    string Fingerprint(BriefingRequest request);

    Task<RenderedBriefing> RenderAsync(BriefingRequest request, CancellationToken cancellationToken);
}

/// <summary>Renders a request's order for its date and, where it is to be printed, its number.</summary>
internal sealed class RequestRenderer(BriefingRenderer renderer) : IRequestRenderer
{
    public string Fingerprint(BriefingRequest request) => renderer.Fingerprint(request.Order, request.IssueDate, request.PrintedNumber);

    public Task<RenderedBriefing> RenderAsync(BriefingRequest request, CancellationToken cancellationToken) =>
        renderer.RenderAsync(request.Order, request.IssueDate, request.PrintedNumber, cancellationToken);
}
