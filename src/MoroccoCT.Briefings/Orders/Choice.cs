using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Orders;

/// <summary>The part of the library an order chose: its sections, each cut down to the chosen topics and their key points.</summary>
/// <param name="Sections">In the library's order.</param>
/// <param name="PartialIds">Sections of which only some topics are taken.</param>
internal sealed record Choice(IReadOnlyList<Section> Sections, IReadOnlySet<string> PartialIds)
{
    public static Choice Of(ContentLibrary library, BriefingOrder order)
    {
        var whole = library.Sections(order.Language).Where(section => order.Sections.Contains(section.Id)).ToList();
        var cut = whole.Select(section => Cut(section, order.Topics)).ToList();
        return new(cut, whole.Zip(cut).Where(pair => pair.First.Topics.Count > pair.Second.Topics.Count).Select(pair => pair.First.Id).ToHashSet());
    }

    public bool Has(string section, string topic) => Sections.Any(chosen => chosen.Id == section && chosen.Topics.Any(part => part.Id == topic));

    /// <summary>The dated events of the chosen topics, in order of time.</summary>
    public IReadOnlyList<TimelineEvent> Events(ContentLibrary library) => [.. library.Timeline.Where(happening => Has(happening.Section, happening.Topic))];

    /// <summary>Whether a summary, which leaves out everything but key points and timeline, has anything to say.</summary>
    public bool FillsSummary(ContentLibrary library) => Sections.Any(section => section.KeyPoints.Count > 0) || Events(library).Count > 0;

    public PartialDate InformationAsOf => Sections.Max(section => section.InformationAsOf)!;

    private static Section Cut(Section section, IReadOnlyList<string> topics)
    {
        var kept = section.Topics.Where(topic => topics.Contains(topic.Id)).ToList();
        return kept.Count == 0
            ? section
            : section with { Topics = kept, KeyPoints = [.. section.KeyPoints.Where(point => kept.Any(topic => topic.Id == point.Topic))] };
    }
}
