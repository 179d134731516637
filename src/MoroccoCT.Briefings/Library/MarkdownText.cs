using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;
using Block = MoroccoCT.Briefings.Content.Block;
using Inline = MoroccoCT.Briefings.Content.Inline;
using MarkdigTable = Markdig.Extensions.Tables.Table;
using Table = MoroccoCT.Briefings.Content.Table;

namespace MoroccoCT.Briefings.Library;

/// <summary>Turns the Markdown of one file into the content model. What the model does not know is reported, never passed on.</summary>
/// <param name="file">Path relative to the library, for messages.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class MarkdownText(string file, string language, int firstLine, List<LibraryProblem> problems)
{
    /// <summary>A paragraph that begins so is the caption of the table after it.</summary>
    private const string CaptionMark = "Table:";

    private static readonly MarkdownPipeline pipeline = Pipeline();

    private readonly MarkdownFaults faults = new(file, firstLine, problems);
    private readonly MarkdownInlines inlines = new(file, language, firstLine, problems);

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseGenericAttributes().UsePreciseSourceLocation();
        builder.Extensions.Add(new CitationParser());
        return builder.Build();
    }

    public IReadOnlyList<Topic> Topics(string text)
    {
        var topics = new List<Topic>();
        ParagraphBlock? caption = null;
        foreach (var block in Markdown.Parse(text, pipeline))
        {
            if (block is not MarkdigTable)
                RefuseAlone(caption);
            var before = caption;
            caption = null;
            if (block is HeadingBlock heading)
                topics.Add(Heading(heading));
            else if (topics.Count == 0)
                faults.Add(block, "text stands before the first topic", "begin with a heading '## Title {#id}'");
            else if (IsCaption(block))
                caption = (ParagraphBlock)block;
            else
                topics[^1] = topics[^1] with { Blocks = [.. topics[^1].Blocks, .. Convert(block, before)] };
        }

        RefuseAlone(caption);
        return topics;
    }

    /// <summary>A text of one paragraph.</summary>
    public IReadOnlyList<Inline> Line(string text)
    {
        var blocks = Markdown.Parse(text, pipeline);
        if (blocks is [ParagraphBlock paragraph])
            return inlines.Read(paragraph.Inline);
        problems.Add(new(file, firstLine, "this text is not one plain paragraph", "write one paragraph without list, heading or table"));
        return [];
    }

    private Topic Heading(HeadingBlock heading)
    {
        if (heading.Level != 2)
            faults.Add(heading, $"a heading of level {heading.Level}", "topics are second-level headings: '## Title {#id}'");
        var id = heading.TryGetAttributes()?.Id;
        if (id is null)
            faults.Add(heading, "a topic without an id", "end the heading with a stable id such as {#border-security}");
        else if (!LibraryReader.IsId(id))
            faults.Add(heading, $"'{id}' cannot be an id", "use small letters, digits and hyphens, beginning with a letter");
        return new(id ?? "", inlines.Read(heading.Inline).PlainText(), [], faults.LineOf(heading));
    }

    private static bool IsCaption(Markdig.Syntax.Block block) =>
        block is ParagraphBlock { Inline.FirstChild: LiteralInline first } && first.Content.AsSpan().StartsWith(CaptionMark, StringComparison.Ordinal);

    private void RefuseAlone(ParagraphBlock? caption)
    {
        if (caption is not null)
            faults.Add(caption, "a table title without a table", $"put the table below it; only a table's title begins with '{CaptionMark}'");
    }

    private IReadOnlyList<Inline> Caption(ParagraphBlock paragraph)
    {
        var content = inlines.Read(paragraph.Inline);
        return [new TextRun(((TextRun)content[0]).Text[CaptionMark.Length..].TrimStart()), .. content.Skip(1)];
    }

    private IEnumerable<Block> Convert(Markdig.Syntax.Block block, ParagraphBlock? caption = null)
    {
        switch (block)
        {
            // Markdig reads an attribute line or a table's rest as an empty paragraph.
            case ParagraphBlock { Inline: null or { FirstChild: null } } or LinkReferenceDefinitionGroup:
                break;
            case ParagraphBlock paragraph:
                yield return new Paragraph(inlines.Read(paragraph.Inline)) { Line = faults.LineOf(paragraph) };
                break;
            case QuoteBlock quote:
                foreach (var child in quote)
                {
                    if (child is ParagraphBlock judgement)
                        yield return new Judgement(inlines.Read(judgement.Inline)) { Line = faults.LineOf(judgement) };
                    else
                        faults.Add(child, "a judgement that is not a paragraph", "write only paragraphs behind '>'");
                }

                break;
            case ListBlock list:
                yield return new BulletList(list.IsOrdered, [.. list.Cast<ListItemBlock>().Select(item => (IReadOnlyList<Block>)[.. item.SelectMany(child => Convert(child))])]) { Line = faults.LineOf(list) };
                break;
            case MarkdigTable table:
                if (caption is null)
                    faults.Add(table, "a table without a title", $"put a paragraph '{CaptionMark} its message. [@source-id]' in front of it");
                yield return Table(table, caption is null ? [] : Caption(caption));
                break;
            default:
                faults.Add(block, $"{MarkdownFaults.Name(block)} is not known here", "use paragraphs, '-' lists, '>' judgements and tables");
                break;
        }
    }

    private Table Table(MarkdigTable table, IReadOnlyList<Inline> caption)
    {
        var rows = table.Cast<TableRow>().Select(row => (row.IsHeader, Cells: (IReadOnlyList<IReadOnlyList<Inline>>)[.. row.Cast<TableCell>().Select(Cell)])).ToList();
        var header = rows.Where(row => row.IsHeader).SelectMany(row => row.Cells).ToList();
        // Markdig fills short rows up with cells that hold nothing; a cell that was written holds a paragraph, if an empty one.
        var written = table.Cast<TableRow>().Select(row => (Row: row, Cells: row.Cast<TableCell>().Count(cell => cell.Count > 0))).ToList();
        foreach (var (row, cells) in written.Where(row => row.Cells != written[0].Cells))
            faults.Add(row, $"a row of {cells} cells in a table of {written[0].Cells} columns", "give every row one cell for each column");
        if (written.Count == 1)
            faults.Add(table, "a table without rows", "write at least one row below its head");
        var align = table.ColumnDefinitions.Take(header.Count).Select(column => column.Alignment switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "end",
            _ => "start",
        });
        return new(caption, header, [.. rows.Where(row => !row.IsHeader).Select(row => row.Cells)], [.. align]) { Line = faults.LineOf(table) };
    }

    private IReadOnlyList<Inline> Cell(TableCell cell) => [.. cell.OfType<ParagraphBlock>().SelectMany(paragraph => inlines.Read(paragraph.Inline))];
}
