using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>One section of the library in one language, as its Markdown file gives it.</summary>
public sealed record Section
{
    public required string Id { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>Place among the sections, lowest first.</summary>
    public required int Order { get; init; }

    public required IReadOnlyList<Inline> Summary { get; init; }

    public required IReadOnlyList<KeyPoint> KeyPoints { get; init; }

    public required PartialDate InformationAsOf { get; init; }

    /// <summary>Null until a named person has reviewed the text.</summary>
    public required Review? Review { get; init; }

    public required bool DraftedWithModel { get; init; }

    /// <summary>The lowest marking an order with this section may carry.</summary>
    public required Marking Marking { get; init; }

    /// <summary>False for a translation that nobody has checked against the original.</summary>
    public required bool TranslationReviewed { get; init; }

    /// <summary>
    /// Of a translation: hashes of the original's parts, by part, as they were when somebody last confirmed that it says the same; see
    /// <see cref="SectionParts"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> TranslatedFrom { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>File relative to the library, for messages.</summary>
    public required string File { get; init; }

    /// <summary>Line of each key of the front matter, for messages.</summary>
    public required IReadOnlyDictionary<string, int> FrontLines { get; init; }

    public int LineOf(string key) => FrontLines.GetValueOrDefault(key, 1);

    /// <summary>Every citation of the section with the line it stands on.</summary>
    public IEnumerable<(SourceReference Reference, int Line)> CitedSources() =>
        from citation in Summary.Concat(KeyPoints.SelectMany(point => point.Content)).Descend()
            .Concat(Topics.SelectMany(topic => topic.Blocks.Inlines())).OfType<Citation>()
        from reference in citation.References
        select (reference, citation.Line);
}

public sealed record Review(DateOnly Date, string Reviewer);

/// <param name="Topic">The topic the point sums up; it is left out when that topic is.</param>
public sealed record KeyPoint(string Topic, IReadOnlyList<Inline> Content, int Line);

/// <param name="Id">Stable, the same in every language, unique in the library.</param>
/// <param name="Line">Line of its heading.</param>
public sealed record Topic(string Id, string Title, IReadOnlyList<Block> Blocks, int Line)
{
    /// <summary>The passage that stands for it in a short briefing: the one its author named, else its first paragraph, else its first judgement.</summary>
    public Block? Main => Blocks.FirstOrDefault(block => block.IsMain)
        ?? (Block?)Blocks.OfType<Paragraph>().FirstOrDefault() ?? Blocks.OfType<Judgement>().FirstOrDefault();
}
