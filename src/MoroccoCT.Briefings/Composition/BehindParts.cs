using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What of a briefing was translated from a text that has changed since.</summary>
public static class BehindParts
{
    /// <summary>Those parts that the order takes; none for a briefing in the original language.</summary>
    public static IReadOnlyList<TranslatedPart> Of(ContentLibrary library, BriefingOrder order)
    {
        var chosen = Choice.Of(library, order);
        return
        [
            .. from section in chosen.Sections
               from part in TranslatedPart.Of(library, section)
               where part.State == TranslationState.Behind && Takes(part, section, chosen, order.Depth)
               select part,
        ];
    }

    /// <summary>By what a reader finds it on the page.</summary>
    internal static string Name(TranslatedPart part, Words words) => part.Part switch
    {
        SectionParts.Summary => words["section-summary"],
        SectionParts.KeyPoints => words["key-points"],
        var id => part.Translation.Topics.First(topic => topic.Id == id).Title,
    };

    private static bool Takes(TranslatedPart part, Section section, Choice chosen, Depth depth) => part.Part switch
    {
        SectionParts.Summary => depth is Depth.Standard or Depth.Full && !chosen.PartialIds.Contains(section.Id),
        SectionParts.KeyPoints => section.KeyPoints.Count > 0,
        var id => depth != Depth.Summary && section.Topics.Any(topic => topic.Id == id),
    };
}
