using System.Text.Json.Serialization;

namespace MoroccoCT.Briefings.Content;

/// <summary>A paragraph-level part of a topic.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Judgement), "judgement")]
[JsonDerivedType(typeof(BulletList), "list")]
[JsonDerivedType(typeof(Table), "table")]
public abstract record Block
{
    /// <summary>Line in the library's file, for messages; no part of the data.</summary>
    [JsonIgnore]
    public int Line { get; init; }

    /// <summary>Whether its author named it as the passage that stands for its topic in a short briefing; no part of the data.</summary>
    [JsonIgnore]
    public bool IsMain { get; init; }
}

public sealed record Paragraph(IReadOnlyList<Inline> Content) : Block;

/// <summary>An assessment by a named body, kept apart from the facts.</summary>
public sealed record Judgement(IReadOnlyList<Inline> Content) : Block;

public sealed record BulletList(bool Ordered, IReadOnlyList<IReadOnlyList<Block>> Items) : Block
{
    /// <summary>What is printed before each item of an ordered list, such as <c>3.</c></summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];
}

/// <param name="Caption">The table's message, with its sources.</param>
/// <param name="Align"><c>start</c>, <c>center</c> or <c>end</c> for each column.</param>
public sealed record Table(
    IReadOnlyList<Inline> Caption,
    IReadOnlyList<IReadOnlyList<Inline>> Header,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows,
    IReadOnlyList<string> Align) : Block;
