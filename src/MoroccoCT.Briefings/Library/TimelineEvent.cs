using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>A dated event of the timeline; it is shown when its topic is.</summary>
public sealed record TimelineEvent(
    string Id, PartialDate Date, string Section, string Topic, IReadOnlyList<SourceReference> Sources, LocalizedText Text, int Line);
