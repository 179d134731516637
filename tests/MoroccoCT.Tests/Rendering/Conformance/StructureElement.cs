using UglyToad.PdfPig.Core;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Something in the structure tree: an element, a piece of text on a page or a link's area.</summary>
internal abstract record StructurePart;

/// <param name="Id">Number of the marked content on its page.</param>
/// <param name="Language">Its own or that of the elements around it.</param>
internal sealed record TaggedText(int Page, int Id, string Language, string Text) : StructurePart;

internal sealed record TaggedAnnotation(IndirectReference Annotation) : StructurePart;

/// <summary>An element of the structure tree, its role mapped to one that PDF itself defines.</summary>
internal sealed record StructureElement : StructurePart
{
    public required string Role { get; init; }

    public required string? Title { get; init; }

    /// <summary>Alternative text.</summary>
    public required string? Alternative { get; init; }

    /// <summary>Whether a header cell heads its row or its column.</summary>
    public required string? Scope { get; init; }

    public required string? Id { get; init; }

    /// <summary>Ids of the header cells of a cell.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>In reading order.</summary>
    public required IReadOnlyList<StructurePart> Parts { get; init; }

    public IEnumerable<StructureElement> Elements => Parts.OfType<StructureElement>();

    /// <summary>This element and all below it, in reading order.</summary>
    public IEnumerable<StructureElement> All => Elements.SelectMany(element => element.All).Prepend(this);

    public IEnumerable<TaggedText> Texts => Parts.SelectMany(part => part is StructureElement element ? element.Texts : part is TaggedText text ? [text] : []);

    public string Text => string.Concat(Texts.Select(text => text.Text));

    /// <summary>1 to 6; 0 when it is no heading.</summary>
    public int HeadingLevel => Role is ['H', >= '1' and <= '6' and var level] ? level - '0' : 0;

    public IEnumerable<StructureElement> Find(string role) => All.Where(element => element.Role == role);
}
