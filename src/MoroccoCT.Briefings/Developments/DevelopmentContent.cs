namespace MoroccoCT.Briefings.Developments;

/// <summary>A dated item of news as its editor wrote it: kept as it was typed, and read anew against the library each time it is needed.</summary>
public sealed record DevelopmentContent
{
    /// <summary>The day it happened, <c>yyyy-MM-dd</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Id of the section it belongs to.</summary>
    public required string Section { get; init; }

    /// <summary>Id of one of the section's topics; null where it belongs to the section as a whole.</summary>
    public string? Topic { get; init; }

    /// <summary>A TLP 2.0 label; null takes the section's.</summary>
    public string? Marking { get; init; }

    /// <summary>The text by language: one at least, in any of the languages of the library.</summary>
    public IReadOnlyDictionary<string, WrittenText> Texts { get; init; } = new Dictionary<string, WrittenText>();

    /// <summary>Sources that the library does not have. They live with the development.</summary>
    public IReadOnlyList<WrittenSource> Sources { get; init; } = [];

    /// <summary>
    /// Without what says nothing: languages, sources and choices that were left empty or, by a program, sent as nothing at all; lines end as
    /// everywhere here.
    /// </summary>
    public DevelopmentContent Trimmed() => this with
    {
        Date = Date.Trim(),
        Section = Section.Trim(),
        Topic = WrittenSource.OrNull(Topic),
        Marking = WrittenSource.OrNull(Marking),
        Texts = Texts.Where(text => text.Value is { IsBlank: false })
            .OrderBy(text => text.Key, StringComparer.Ordinal).ToDictionary(text => text.Key, text => text.Value.Trimmed()),
        Sources = [.. Sources.Where(source => source is { IsBlank: false }).Select(source => source.Trimmed())],
    };
}

/// <param name="Title">One line without Markdown.</param>
/// <param name="Body">In the library's Markdown, without headings.</param>
public sealed record WrittenText(string Title, string Body)
{
    internal bool IsBlank => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Body);

    internal WrittenText Trimmed() => new(Title.Trim(), Body.Replace("\r\n", "\n").Replace('\r', '\n').TrimEnd());
}
