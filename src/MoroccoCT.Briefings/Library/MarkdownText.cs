using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;
using Block = MoroccoCT.Briefings.Content.Block;
using Inline = MoroccoCT.Briefings.Content.Inline;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;
using MarkdigTable = Markdig.Extensions.Tables.Table;
using Table = MoroccoCT.Briefings.Content.Table;

namespace MoroccoCT.Briefings.Library;

/// <summary>Turns the Markdown of one file into the content model. What the model does not know is reported, never passed on.</summary>
/// <param name="file">Path relative to the library, for messages.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed partial class MarkdownText(string file, string language, int firstLine, List<LibraryProblem> problems)
{
    /// <summary>A paragraph that begins so is the caption of the table after it.</summary>
    private const string CaptionMark = "Table:";

    private static readonly MarkdownPipeline pipeline = Pipeline();

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
                Fault(block, "text stands before the first topic", "begin with a heading '## Title {#id}'");
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
            return Inlines(paragraph.Inline);
        problems.Add(new(file, firstLine, "this text is not one plain paragraph", "write one paragraph without list, heading or table"));
        return [];
    }

    private Topic Heading(HeadingBlock heading)
    {
        if (heading.Level != 2)
            Fault(heading, $"a heading of level {heading.Level}", "topics are second-level headings: '## Title {#id}'");
        var id = heading.TryGetAttributes()?.Id;
        if (id is null)
            Fault(heading, "a topic without an id", "end the heading with a stable id such as {#border-security}");
        else if (!LibraryReader.IsId(id))
            Fault(heading, $"'{id}' cannot be an id", "use small letters, digits and hyphens, beginning with a letter");
        return new(id ?? "", Inlines(heading.Inline).PlainText(), [], LineOf(heading));
    }

    private static bool IsCaption(Markdig.Syntax.Block block) =>
        block is ParagraphBlock { Inline.FirstChild: LiteralInline first } && first.Content.AsSpan().StartsWith(CaptionMark, StringComparison.Ordinal);

    private void RefuseAlone(ParagraphBlock? caption)
    {
        if (caption is not null)
            Fault(caption, "a table title without a table", $"put the table below it; only a table's title begins with '{CaptionMark}'");
    }

    private IReadOnlyList<Inline> Caption(ParagraphBlock paragraph)
    {
        var content = Inlines(paragraph.Inline);
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
                yield return new Paragraph(Inlines(paragraph.Inline)) { Line = LineOf(paragraph) };
                break;
            case QuoteBlock quote:
                foreach (var child in quote)
                {
                    if (child is ParagraphBlock judgement)
                        yield return new Judgement(Inlines(judgement.Inline)) { Line = LineOf(judgement) };
                    else
                        Fault(child, "a judgement that is not a paragraph", "write only paragraphs behind '>'");
                }

                break;
            case ListBlock list:
                yield return new BulletList(list.IsOrdered, [.. list.Cast<ListItemBlock>().Select(item => (IReadOnlyList<Block>)[.. item.SelectMany(child => Convert(child))])]) { Line = LineOf(list) };
                break;
            case MarkdigTable table:
                if (caption is null)
                    Fault(table, "a table without a title", $"put a paragraph '{CaptionMark} its message. [@source-id]' in front of it");
                yield return Table(table, caption is null ? [] : Caption(caption));
                break;
            default:
                Fault(block, $"{Name(block)} is not known here", "use paragraphs, '-' lists, '>' judgements and tables");
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
            Fault(row, $"a row of {cells} cells in a table of {written[0].Cells} columns", "give every row one cell for each column");
        if (written.Count == 1)
            Fault(table, "a table without rows", "write at least one row below its head");
        var align = table.ColumnDefinitions.Take(header.Count).Select(column => column.Alignment switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "end",
            _ => "start",
        });
        return new(caption, header, [.. rows.Where(row => !row.IsHeader).Select(row => row.Cells)], [.. align]) { Line = LineOf(table) };
    }

    private IReadOnlyList<Inline> Cell(TableCell cell) => [.. cell.OfType<ParagraphBlock>().SelectMany(paragraph => Inlines(paragraph.Inline))];

    private IReadOnlyList<Inline> Inlines(ContainerInline? container)
    {
        var result = new List<Inline>();
        foreach (var inline in container ?? Enumerable.Empty<MarkdigInline>())
        {
            var converted = Convert(inline, Before(result));
            // A citation belongs to the words before it; the space between is for the writer's eye.
            if (converted is Citation && result is [.., TextRun last])
                result[^1] = new TextRun(last.Text.TrimEnd());
            if (converted is TextRun next && result is [.., TextRun previous])
                result[^1] = new TextRun(previous.Text + next.Text);
            else if (converted is not null)
                result.Add(converted);
        }

        return result;
    }

    private Inline? Convert(MarkdigInline inline, char before)
    {
        switch (inline)
        {
            case LiteralInline literal:
                return Text(literal.Content.ToString(), literal, before);
            case HtmlEntityInline entity:
                return Text(entity.Transcoded.ToString(), entity, before);
            case LineBreakInline { IsHard: false }:
                return new TextRun(" ");
            case LinkDelimiterInline bracket:
                Fault(bracket, "a bracket that is not closed", "close it with ']'; a citation is written [@source-id]");
                return null;
            case CitationInline citation:
                return citation.Citation with { Line = firstLine + citation.Line };
            case EmphasisInline emphasis:
                var content = Inlines(emphasis);
                if (emphasis.TryGetAttributes()?.Properties?.FirstOrDefault(property => property.Key == "lang").Value is { } foreign)
                    content = [new Foreign(Language(foreign, emphasis), content)];
                return emphasis.DelimiterCount == 2 ? new Strong(content) : new Emphasis(content);
            case LinkInline { IsImage: false } link:
                return Link(link);
            default:
                Fault(inline, $"{Name(inline)} is not known here", "use plain text, *emphasis*, **strong**, links with a title and citations");
                return null;
        }
    }

    private TextRun Text(string text, MarkdigInline inline, char before)
    {
        problems.AddRange(text.Where(char.IsControl).Distinct().Select(control => LibraryProblem.Control(file, LineOf(inline), control)));
        if ((before + text).Replace(" ", "").Contains("[@", StringComparison.Ordinal))
            Fault(inline, "a citation that cannot be read", "write [@source-id] or [@one; @two]");
        return new(Typography.Apply(text, language, before));
    }

    private string Language(string code, MarkdownObject syntax)
    {
        if (!LanguageCode().IsMatch(code))
            Fault(syntax, $"'{code}' is no language", "write a code of two or three small letters such as {lang=fr}");
        return code;
    }

    private Link Link(LinkInline link)
    {
        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http" or "mailto"))
            Fault(link, $"the link '{link.Url}' is no web or mail address", "write an absolute address that begins with https://");
        if (string.IsNullOrWhiteSpace(link.Title))
            Fault(link, "a link without a description", "describe where it leads: [words](https://… \"description\")");
        return new(link.Url ?? "", link.Title ?? "", Inlines(link));
    }

    private static char Before(List<Inline> soFar) => soFar.Count == 0 ? ' ' : new[] { soFar[^1] }.Descend().OfType<TextRun>().LastOrDefault()?.Text is { Length: > 0 } text ? text[^1] : ' ';

    private static string Name(MarkdownObject syntax) => syntax switch
    {
        HeadingBlock => "a heading",
        HtmlBlock or HtmlInline => "raw HTML",
        CodeBlock or CodeInline => "code",
        LinkInline => "an image",
        LineBreakInline => "a hard line break",
        ThematicBreakBlock => "a horizontal rule",
        AutolinkInline => "a bare address in angle brackets",
        _ => syntax.GetType().Name,
    };

    [GeneratedRegex("^[a-z]{2,3}$")]
    private static partial Regex LanguageCode();

    private int LineOf(MarkdownObject syntax) => firstLine + syntax.Line;

    private void Fault(MarkdownObject syntax, string what, string advice) => problems.Add(new(file, LineOf(syntax), what, advice));
}
