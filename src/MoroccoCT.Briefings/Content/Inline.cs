using System.Text.Json.Serialization;

namespace MoroccoCT.Briefings.Content;

/// <summary>
/// A piece of running text. In the library a passage names its sources by <see cref="Citation"/>; in a composed briefing by <see
/// cref="NoteMarker"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextRun), "text")]
[JsonDerivedType(typeof(Emphasis), "emphasis")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Foreign), "foreign")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(NoteMarker), "note")]
[JsonDerivedType(typeof(Citation), "citation")]
[JsonDerivedType(typeof(Deleted), "deleted")]
[JsonDerivedType(typeof(Inserted), "inserted")]
public abstract record Inline;

public sealed record TextRun(string Text) : Inline;

public sealed record Emphasis(IReadOnlyList<Inline> Content) : Inline;

public sealed record Strong(IReadOnlyList<Inline> Content) : Inline;

/// <summary>A passage in another language than the text around it.</summary>
public sealed record Foreign(string Language, IReadOnlyList<Inline> Content) : Inline;

/// <summary>Words that the text had in the edition before, and has no longer.</summary>
public sealed record Deleted(IReadOnlyList<Inline> Content) : Inline;

/// <summary>Words that the text did not have in the edition before.</summary>
public sealed record Inserted(IReadOnlyList<Inline> Content) : Inline;

/// <param name="Url">An absolute http, https or mailto address.</param>
/// <param name="Title">What a screen reader says about the link.</param>
/// <param name="Content">The words that are linked.</param>
public sealed record Link(string Url, string Title, IReadOnlyList<Inline> Content) : Inline;

/// <summary>The number of the endnote that names the sources of the passage before it.</summary>
public sealed record NoteMarker(int Number) : Inline;

/// <param name="Line">Line in the library's file, for messages.</param>
public sealed record Citation(IReadOnlyList<SourceReference> References, int Line) : Inline;

/// <param name="SourceId">Id in <c>sources.yaml</c>.</param>
/// <param name="PassageId">One of the source's passages; null when the whole is meant.</param>
public sealed record SourceReference(string SourceId, string? PassageId)
{
    /// <summary>Reads <c>source-id</c> or <c>source-id:passage-id</c>.</summary>
    public static SourceReference Parse(string text) =>
        text.Split(':', 2) is [var source, var passage] ? new(source, passage) : new(text, null);

    public override string ToString() => PassageId is null ? SourceId : $"{SourceId}:{PassageId}";
}
