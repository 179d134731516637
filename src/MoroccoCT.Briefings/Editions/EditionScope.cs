using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Editions;

/// <summary>Which developments belong into the editions of an order.</summary>
public static class EditionScope
{
    /// <summary>
    /// Those of a section that it takes and, where it takes only some of the topics, of one of these or of none. What names a section or topic that the
    /// library has lost is judged by the ids alone, so that it can be told that it is missing.
    /// </summary>
    public static bool Takes(ContentLibrary library, BriefingOrder order, DevelopmentContent content)
    {
        if (!order.Sections.Contains(content.Section))
            return false;
        if (content.Topic is not { } topic || order.Topics.Count == 0 || order.Topics.Contains(topic))
            return true;
        var ofSection = library.Sections(ContentLibrary.Original).Where(section => section.Id == content.Section)
            .SelectMany(section => section.Topics.Select(one => one.Id)).ToHashSet();
        return !order.Topics.Any(ofSection.Contains);
    }
}
