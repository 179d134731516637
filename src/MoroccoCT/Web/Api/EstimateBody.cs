using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Api;

/// <summary>About how many pages a choice makes.</summary>
/// <param name="Depths">Each depth at which it can be ordered, the shortest first; a summary of topics that have neither key points nor events is none.</param>
public sealed record EstimateBody(IReadOnlyList<DepthEstimate> Depths)
{
    internal static EstimateBody Of(IEnumerable<PageEstimate> estimates) =>
        new([.. estimates.Select(estimate => new DepthEstimate(estimate.Depth, estimate.Pages, estimate.Basis))]);
}

/// <param name="Pages">About so many.</param>
/// <param name="Basis"><c>rule</c>: exact; <c>document</c>: the last finished document of this choice had so many; <c>text</c>: by the amount of text.</param>
public sealed record DepthEstimate(Depth Depth, int Pages, EstimateBasis Basis);
