using System.Globalization;
using System.Text;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>What a reader would look for in a briefing: words that follow one another in its text, without signs above and between them.</summary>
internal static class Phrases
{
    private const int Words = 3;

    /// <summary>Set in the face of the text.</summary>
    public static IReadOnlyList<string> OfBody(Briefing briefing) => Of(
    [
        .. briefing.KeyPoints.SelectMany(point => Texts(point.Content)),
        .. briefing.Sections.SelectMany(section => Texts(section.Summary ?? [])),
        .. Blocks(briefing).SelectMany(block => block is Table ? [] : Inlines(block)).SelectMany(Texts),
        .. briefing.Notes.SelectMany(note => note.References).Select(reference => reference.Text),
        .. briefing.Sources.Select(source => source.Title),
        .. briefing.Glossary.Select(line => line.Meaning),
        .. briefing.Method.SelectMany(paragraph => paragraph.Paragraphs),
        briefing.SourceSummary,
    ]);

    /// <summary>Set in the face of headings, labels and tables.</summary>
    public static IReadOnlyList<string> OfHeadingsAndTables(Briefing briefing) => Of(
    [
        briefing.Title, briefing.Scope, briefing.Marking.Meaning,
        .. briefing.Notices,
        .. briefing.Front.Concat(briefing.Provenance).SelectMany(row => new[] { row.Label, row.Value }),
        .. briefing.Sections.SelectMany(section => section.Topics.Select(topic => topic.Title).Append(section.Title).Append(section.Status)),
        .. Blocks(briefing).OfType<Table>().SelectMany(Inlines).SelectMany(Texts),
        .. briefing.Sources.Select(source => source.Note ?? ""),
        .. briefing.Method.Select(paragraph => paragraph.Title),
        .. briefing.KeyFigures?.Items.SelectMany(item => new[] { item.Unit, item.Date }) ?? [],
        .. briefing.Timeline?.Events.Select(mark => mark.Text) ?? [],
        .. briefing.Programmes?.Rows.SelectMany(row => row.Cells) ?? [],
    ]);

    /// <summary>Letters and figures alone, a space between words.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(c);
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().Trim();
    }

    private static List<string> Of(IEnumerable<string> texts) =>
        [.. texts.Select(text => Plain(text).Split(' ')).SelectMany(words => Following(words)).Where(phrase => phrase.Length > 0).Distinct()];

    private static IEnumerable<string> Following(string[] words) =>
        words.Length < Words
            ? [string.Join(' ', words)]
            : Enumerable.Range(0, words.Length - Words + 1).Select(first => string.Join(' ', words.Skip(first).Take(Words)));

    private static IEnumerable<Block> Blocks(Briefing briefing) =>
        briefing.Sections.SelectMany(section => section.Topics).SelectMany(topic => topic.Blocks).SelectMany(Parts);

    private static IEnumerable<Block> Parts(Block block) => block is BulletList list ? list.Items.SelectMany(item => item.SelectMany(Parts)) : [block];

    private static IEnumerable<IReadOnlyList<Inline>> Inlines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Content],
        Judgement judgement => [judgement.Content],
        Table table => [table.Caption, .. table.Header, .. table.Rows.SelectMany(row => row)],
        _ => [],
    };

    /// <summary>The number of a note parts what stands before it from what follows.</summary>
    private static string[] Texts(IEnumerable<Inline> text) =>
        string.Concat(text.Descend().Select(inline => inline switch { TextRun run => run.Text, NoteMarker => "\n", _ => "" })).Split('\n');
}
