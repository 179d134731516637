using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>A composed briefing in the words of one language: all that the layout draws, and nothing it must know besides.</summary>
public sealed record Briefing
{
    public required string Language { get; init; }

    /// <summary>The variant the library's texts keep to, for screen readers; null where they keep to none.</summary>
    public required string? Region { get; init; }

    public required Paper Paper { get; init; }

    public required Depth Depth { get; init; }

    public required string Title { get; init; }

    public required string Subject { get; init; }

    public required string Author { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>Date issued.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Product type, such as "Briefing" or "Weekly briefing".</summary>
    public required string Product { get; init; }

    public required string? Number { get; init; }

    /// <summary>Printed where there is no number.</summary>
    public required string? Reference { get; init; }

    /// <summary>Which sections and topics it covers.</summary>
    public required string Scope { get; init; }

    /// <summary>Rows of the title block.</summary>
    public required IReadOnlyList<LabelledValue> Front { get; init; }

    public required MarkingBanner Marking { get; init; }

    /// <summary>Whether each page says that it is a preview and was not issued.</summary>
    public bool IsPreview { get; init; }

    /// <summary>What a reader must know before trusting the text: drafting and review status.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>What an edition tells first; null for a single briefing.</summary>
    public required BriefingNews? News { get; init; }

    public required IReadOnlyList<BriefingKeyPoint> KeyPoints { get; init; }

    /// <summary>Empty in a summary; in a short briefing each topic has its main passage only.</summary>
    public required IReadOnlyList<BriefingSection> Sections { get; init; }

    public required KeyFigurePanel? KeyFigures { get; init; }

    public required TimelineFigure? Timeline { get; init; }

    public required ProgrammeFigure? Programmes { get; init; }

    public required IReadOnlyList<EndNote> Notes { get; init; }

    public required IReadOnlyList<ListedSource> Sources { get; init; }

    /// <summary>What the sources together are worth; empty where the library says nothing of it.</summary>
    public required string SourceSummary { get; init; }

    public required IReadOnlyList<GlossaryLine> Glossary { get; init; }

    public required IReadOnlyList<MethodParagraph> Method { get; init; }

    public required IReadOnlyList<LabelledValue> Provenance { get; init; }

    public required string? Contact { get; init; }

    /// <summary>Read aloud for the manifest that is attached to the file.</summary>
    public required string ManifestDescription { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }
}

public sealed record LabelledValue(string Label, string Value);

/// <param name="Color">On black, as TLP 2.0 gives it.</param>
/// <param name="Meaning">What the label allows, in plain words.</param>
public sealed record MarkingBanner(string Label, string Color, string Meaning);

public sealed record BriefingKeyPoint(string Section, IReadOnlyList<Inline> Content);

/// <param name="Summary">Null where only some topics are taken, for it speaks of them all, and in a short briefing.</param>
/// <param name="Status">Information as of, last reviewed by whom.</param>
public sealed record BriefingSection(string Id, int Number, string Title, IReadOnlyList<Inline>? Summary, string Status, IReadOnlyList<BriefingTopic> Topics);

public sealed record BriefingTopic(string Id, string Number, string Title, IReadOnlyList<Block> Blocks);

public sealed record KeyFigurePanel(string Title, IReadOnlyList<KeyFigureItem> Items);

/// <param name="Notes">Numbers of the endnotes that name its sources.</param>
public sealed record KeyFigureItem(string Value, string Unit, string Date, IReadOnlyList<int> Notes);

/// <param name="Alt">What the drawing shows, in one sentence; what happened is told by the events that follow it.</param>
public sealed record TimelineFigure(string Title, string Alt, string Source, IReadOnlyList<LegendEntry> Legend, IReadOnlyList<TimelineMark> Events);

public sealed record LegendEntry(string Section, string Title);

public sealed record TimelineMark(string Date, string Label, string Section, string Text, int Note);

public sealed record ProgrammeFigure(string Title, IReadOnlyList<string> Columns, IReadOnlyList<ProgrammeLine> Rows);

public sealed record ProgrammeLine(IReadOnlyList<string> Cells, int Note);

public sealed record EndNote(int Number, IReadOnlyList<NoteReference> References);

/// <param name="Source">Number in the list of sources.</param>
public sealed record NoteReference(int Source, string Text);

/// <param name="Note">What it is worth; null unless the briefing is full.</param>
public sealed record ListedSource(int Number, string Id, string Author, string Title, string Date, string Type, string? Note);

public sealed record GlossaryLine(string Term, string Meaning, string Language);

public sealed record MethodParagraph(string Title, IReadOnlyList<string> Paragraphs);
