using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Orders;

/// <summary>The part of the library an order chose: its sections, each cut down to the chosen topics and their key points.</summary>
/// <param name="Sections">As the order has them one after the other, their topics too.</param>
/// <param name="PartialIds">Sections of which only some topics are taken.</param>
internal sealed record Choice(IReadOnlyList<Section> Sections, IReadOnlySet<string> PartialIds)
{
    public static Choice Of(ContentLibrary library, BriefingOrder order)
    {
        var whole = SectionsOf(library, order);
        var cut = whole.Select(section => Cut(section, order.Topics)).ToList();
        return new(cut, whole.Zip(cut).Where(pair => pair.First.Topics.Count > pair.Second.Topics.Count).Select(pair => pair.First.Id).ToHashSet());
    }

    /// <summary>The chosen sections, whole, in the order's language.</summary>
    public static IReadOnlyList<Section> SectionsOf(ContentLibrary library, BriefingOrder order)
    {
        var all = library.Sections(order.Language);
        return [.. order.Sections.Distinct().SelectMany(id => all.Where(section => section.Id == id))];
    }

    public bool Has(string section, string topic) => Sections.Any(chosen => chosen.Id == section && chosen.Topics.Any(part => part.Id == topic));

    /// <summary>The dated events of the chosen topics, in order of time.</summary>
    public IReadOnlyList<TimelineEvent> Events(ContentLibrary library) => [.. library.Timeline.Where(happening => Has(happening.Section, happening.Topic))];

    /// <summary>Whether a summary, which leaves out everything but key points and timeline, has anything to say.</summary>
    public bool FillsSummary(ContentLibrary library) => Sections.Any(section => section.KeyPoints.Count > 0) || Events(library).Count > 0;

    public PartialDate InformationAsOf => Sections.Max(section => section.InformationAsOf)!;

    private static Section Cut(Section section, IReadOnlyList<string> topics)
    {
        var kept = topics.Distinct().SelectMany(id => section.Topics.Where(topic => topic.Id == id)).ToList();
        return kept.Count == 0 ? section : section with { Topics = kept, KeyPoints = KeyPoints(section, kept) };
    }

    /// <summary>As the library has them; after the topics they sum up where these are in another order.</summary>
    private static IReadOnlyList<KeyPoint> KeyPoints(Section section, List<Topic> kept)
    {
        var points = section.KeyPoints.Where(point => kept.Exists(topic => topic.Id == point.Topic));
        var isInPlace = kept.SequenceEqual(section.Topics.Where(kept.Contains));
        return [.. isInPlace ? points : points.OrderBy(point => kept.FindIndex(topic => topic.Id == point.Topic))];
    }
}
