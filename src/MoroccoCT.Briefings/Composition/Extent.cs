using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What of the chosen sections is printed: as deep as the order says, or as little as an edition carries of them behind its news.</summary>
/// <param name="Depth">That of the layout: an edition with its news is no single page.</param>
/// <param name="HasKeyPoints">Whether key points and timeline are printed.</param>
internal sealed record Extent(Depth Depth, bool HasKeyPoints, PassageChoice Passages)
{
    /// <summary>Whether the sections are printed whole, with figures.</summary>
    public bool IsWhole => Passages == PassageChoice.All;

    /// <param name="edition">Null for a single briefing.</param>
    public static Extent Of(BriefingOrder order, EditionContent? edition) => edition?.Standing switch
    {
        Standing.Summary => new(Depth.Short, HasKeyPoints: false, PassageChoice.Summaries),
        Standing.Link => new(Depth.Short, HasKeyPoints: false, PassageChoice.None),
        Standing.Full when order.Depth == Depth.Summary => new(Depth.Short, HasKeyPoints: true, PassageChoice.None),
        _ => new(order.Depth, HasKeyPoints: true, order.Depth switch
        {
            Depth.Summary => PassageChoice.None,
            Depth.Short => PassageChoice.Main,
            _ => PassageChoice.All,
        }),
    };
}

internal enum PassageChoice
{
    None,

    /// <summary>Each section's summary.</summary>
    Summaries,

    /// <summary>The one that stands for its topic.</summary>
    Main,

    All,
}
