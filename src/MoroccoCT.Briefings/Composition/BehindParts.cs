using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What of a briefing was translated from a text that has changed since.</summary>
public static class BehindParts
{
    /// <summary>Those parts that are printed; none for a briefing in the original language.</summary>
    /// <param name="edition">Null for a single briefing.</param>
    public static IReadOnlyList<TranslatedPart> Of(ContentLibrary library, BriefingOrder order, EditionContent? edition)
    {
        var (chosen, extent) = (Choice.Of(library, order), Extent.Of(order, edition));
        return
        [
            .. from section in chosen.Sections
               from part in TranslatedPart.Of(library, section)
               where part.State == TranslationState.Behind && Takes(part, section, chosen, extent)
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

    private static bool Takes(TranslatedPart part, Section section, Choice chosen, Extent extent)
    {
        var isPartial = chosen.PartialIds.Contains(section.Id);
        return part.Part switch
        {
            SectionParts.Summary => extent.Passages is PassageChoice.All or PassageChoice.Summaries && !isPartial,
            SectionParts.KeyPoints => extent.HasKeyPoints && section.KeyPoints.Count > 0,
            var id => (extent.Passages is PassageChoice.All or PassageChoice.Main || (extent.Passages == PassageChoice.Summaries && isPartial))
                && section.Topics.Any(topic => topic.Id == id),
        };
    }
}
