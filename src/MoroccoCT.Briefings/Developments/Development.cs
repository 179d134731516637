using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Developments;

/// <summary>A dated item of news, read and ready to be composed: what <see cref="DevelopmentReader"/> makes of its content.</summary>
public sealed record Development
{
    /// <summary>Such as <c>MCT-D-2026-0007</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The day it happened.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Id of a section of the library.</summary>
    public required string Section { get; init; }

    /// <summary>Id of one of the section's topics; null where it belongs to the section as a whole.</summary>
    public required string? Topic { get; init; }

    /// <summary>At least that of its section.</summary>
    public required Marking Marking { get; init; }

    /// <summary>One for each language it was written in, in the order in which languages are offered.</summary>
    public required IReadOnlyList<DevelopmentText> Texts { get; init; }

    /// <summary>
    /// Its own sources. Their ids begin with its number, also where the text cites them: those of several developments and the library's can
    /// be put together. Each of their texts is there in every language.
    /// </summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The text in a language, else the original, else the first there is: who prints it compares the language and says so.</summary>
    public DevelopmentText In(string language) =>
        Texts.FirstOrDefault(text => text.Language == language)
        ?? Texts.FirstOrDefault(text => text.Language == ContentLibrary.Original)
        ?? Texts[0];

    /// <summary>The library's sources and its own, for the notes.</summary>
    public ContentLibrary Beside(ContentLibrary library) => library with { Sources = [.. library.Sources, .. Sources] };
}

/// <param name="Blocks">As those of a topic, with citations that are not numbered yet.</param>
public sealed record DevelopmentText(string Language, string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>The passage that stands for the whole where there is little room; null while there is none.</summary>
    public Block? Main => new Topic("", Title, Blocks, Line: 1).Main;
}
