using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;
using Block = MoroccoCT.Briefings.Content.Block;
using Inline = MoroccoCT.Briefings.Content.Inline;
using MarkdigBlock = Markdig.Syntax.Block;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace MoroccoCT.Briefings.Library;

/// <summary>Turns the Markdown of one file into the content model. What the model does not know is reported, never passed on.</summary>
/// <param name="file">Path relative to the library, for messages.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class MarkdownText(string file, string language, int firstLine, List<LibraryProblem> problems)
{
    /// <summary>A paragraph that begins so is the caption of the table after it.</summary>
    private const string CaptionMark = "Table:";

    /// <summary>Lists within one another; no page has room for more.</summary>
    private const int MostLevels = 4;

    private readonly MarkdownParser parser = new(file, firstLine, problems);
    private readonly MarkdownFaults faults = new(file, firstLine, problems);
    private readonly MarkdownInlines inlines = new(file, language, firstLine, problems);
    private string source = "";

    /// <summary>Null, and a problem, when the text cannot be read at all.</summary>
    public IReadOnlyList<Topic>? Topics(string text)
    {
        source = text;
        if (parser.Parse(text) is not { } blocks)
            return null;
        RefuseUnusedDefinitions(blocks);
        var topics = new List<(Topic Head, List<Block> Blocks)>();
        foreach (var (block, caption) in Captioned(blocks))
        {
            if (block is HeadingBlock heading)
                topics.Add((Heading(heading), []));
            else if (topics.Count == 0)
                faults.Add(block, "text stands before the first topic", "begin with a heading '## Title {#id}'");
            else
                topics[^1].Blocks.AddRange(Convert(block, caption));
        }

        return [.. topics.Select(topic => topic.Head with { Blocks = topic.Blocks })];
    }

    /// <summary>A text without headings. Null, and a problem, when it cannot be read at all.</summary>
    public IReadOnlyList<Block>? Passages(string text)
    {
        source = text;
        if (parser.Parse(text) is not { } blocks)
            return null;
        RefuseUnusedDefinitions(blocks);
        return [.. Captioned(blocks).SelectMany(piece => Convert(piece.Block, piece.Caption))];
    }

    /// <summary>A text of one paragraph.</summary>
    public IReadOnlyList<Inline> Line(string text)
    {
        var blocks = parser.Parse(text);
        if (blocks is not null)
            RefuseUnusedDefinitions(blocks);
        if (blocks is [ParagraphBlock paragraph])
            return inlines.Read(paragraph.Inline);
        if (blocks is not null)
            problems.Add(new(file, firstLine, "this text is not one plain paragraph", "write one paragraph without list, heading or table"));
        return [];
    }

    /// <summary>Each block with the title that stands in front of it, which only a table has.</summary>
    private IEnumerable<(MarkdigBlock Block, ParagraphBlock? Caption)> Captioned(IEnumerable<MarkdigBlock> blocks)
    {
        ParagraphBlock? caption = null;
        foreach (var block in blocks)
        {
            if (block is not MarkdigTable)
                RefuseAlone(caption);
            var before = caption;
            caption = IsCaption(block) ? (ParagraphBlock)block : null;
            if (caption is null)
                yield return (block, before);
        }

        RefuseAlone(caption);
    }

    private Topic Heading(HeadingBlock heading)
    {
        if (heading.Level != 2)
            faults.Add(heading, $"a heading of level {heading.Level}", "topics are second-level headings: '## Title {#id}'");
        var id = TakeId(heading);
        if (id is null)
            faults.Add(heading, "a topic without an id", "end the heading with a stable id such as {#border-security}");
        else if (!LibraryReader.IsId(id))
            faults.Add(heading, $"'{id}' cannot be an id", "use small letters, digits and hyphens, beginning with a letter");
        else if (SectionParts.IsReserved(id))
            faults.Add(heading, $"'{id}' cannot be a topic's id", "choose another: the section's own part is confirmed under this name");
        return new(id ?? "", inlines.Read(heading.Inline).PlainText(), [], faults.LineOf(heading));
    }

    private static string? TakeId(HeadingBlock heading)
    {
        var last = heading.Inline?.LastChild;
        while (last is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())
            last = last.PreviousSibling;
        if (last is not AttributeInline { Id: { } id })
            return null;
        last.Remove();
        return id;
    }

    /// <summary>Whether the paragraph ends with the mark of its topic's main passage, which is not printed.</summary>
    private static bool TakeMain(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.LastChild is not AttributeInline { IsMain: true } mark)
            return false;
        var before = mark.PreviousSibling;
        mark.Remove();
        // The space or the end of a line in front of it is for the writer's eye.
        if (before is LineBreakInline or LiteralInline { Content.IsEmpty: true } || before is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())
            before.Remove();
        return true;
    }

    private Judgement Judgement(ParagraphBlock paragraph, bool isMain) =>
        new(inlines.Read(paragraph.Inline)) { Line = faults.LineOf(paragraph), IsMain = isMain };

    private static bool IsCaption(MarkdigBlock block) =>
        block is ParagraphBlock { Inline.FirstChild: LiteralInline first } && first.Content.AsSpan().StartsWith(CaptionMark, StringComparison.Ordinal);

    private void RefuseAlone(ParagraphBlock? caption)
    {
        if (caption is not null)
            faults.Add(caption, "a table title without a table", $"put the table below it; only a table's title begins with '{CaptionMark}'");
    }

    /// <summary>It prints nothing: who wrote it may have meant a note, or words with a colon.</summary>
    private void RefuseUnusedDefinitions(MarkdownDocument text)
    {
        var used = text.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        foreach (var definition in text.Descendants<LinkReferenceDefinition>().Where(definition => !used.Contains(definition)))
            faults.Add(definition, $"'[{definition.Label}]:' defines a link that no words use",
                "write the link where it belongs: [words](https://… \"description\")");
    }

    private IEnumerable<Block> Convert(MarkdigBlock block, ParagraphBlock? caption = null, int level = 1)
    {
        switch (block)
        {
            // Markdig reads a table's rest as an empty paragraph.
            case ParagraphBlock { Inline: null or { FirstChild: null } } or LinkReferenceDefinitionGroup:
                break;
            case ParagraphBlock paragraph:
                var isMain = level == 1 && TakeMain(paragraph);
                yield return new Paragraph(inlines.Read(paragraph.Inline)) { Line = faults.LineOf(paragraph), IsMain = isMain };
                break;
            case QuoteBlock quote:
                foreach (var child in quote)
                {
                    if (child is ParagraphBlock judgement)
                        yield return Judgement(judgement, isMain: level == 1 && TakeMain(judgement));
                    else
                        faults.Add(child, "a judgement that is not a paragraph", "write only paragraphs behind '>'");
                }

                break;
            case ListBlock list when level > MostLevels:
                faults.Add(list, $"more than {MostLevels} lists within one another", "write fewer levels");
                break;
            case ListBlock list:
                yield return new BulletList(list.IsOrdered, [.. list.Cast<ListItemBlock>().Select(item => Item(item, level))])
                {
                    Numbers = Numbers(list),
                    Line = faults.LineOf(list),
                };
                break;
            case MarkdigTable table:
                if (caption is null)
                    faults.Add(table, "a table without a title", $"put a paragraph '{CaptionMark} its message. [@source-id]' in front of it");
                yield return new MarkdownTable(table, faults, inlines).Read(caption is null ? [] : inlines.Read(caption.Inline, CaptionMark));
                break;
            default:
                faults.Add(block, $"{MarkdownFaults.Name(block)} is not known here", "use paragraphs, '-' lists, '>' judgements and tables");
                break;
        }
    }

    private IReadOnlyList<Block> Item(ListItemBlock item, int level) => [.. item.SelectMany(child => Convert(child, level: level + 1))];

    /// <summary>As they are printed: as they were typed, or counted on where each item was given the same first number, as Markdown allows.</summary>
    private IReadOnlyList<string> Numbers(ListBlock list)
    {
        if (!list.IsOrdered)
            return [];
        var typed = list.Cast<ListItemBlock>().Select(item => item.Order).ToList();
        var counted = typed.Count > 1 && typed[0] is 0 or 1 && typed.TrueForAll(number => number == typed[0]);
        return [.. list.Cast<ListItemBlock>().Select((item, index) => (counted ? $"{index + item.Order}" : Typed(item)) + list.OrderedDelimiter)];
    }

    /// <summary>With its leading zeros, which the parser drops.</summary>
    private string Typed(ListItemBlock item)
    {
        var text = source.AsSpan(item.Span.Start);
        return text[..text.IndexOfAnyExceptInRange('0', '9')].ToString();
    }
}
