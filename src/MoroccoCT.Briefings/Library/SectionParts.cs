using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// The parts of a section that are translated and confirmed one by one – its summary with its title, its key points, each topic – and what
/// tells whether the original of a part has changed since.
/// </summary>
internal static class SectionParts
{
    /// <summary>Key of the front matter that keeps the hashes.</summary>
    public const string Key = "translated-from";

    public const string Summary = "summary";

    public const string KeyPoints = "key-points";

    /// <summary>Digits of a hash that are kept: enough to tell one text from the next.</summary>
    private const int Digits = 8;

    /// <summary>In place of every kind of quotation mark and apostrophe: what typography makes of one is no change of the text.</summary>
    private const char Quote = '\'';

    private const string Quotes = "\"'‘’‚‛“”„‟«»‹›′″";

    /// <summary>Names of parts that no topic may have.</summary>
    public static bool IsReserved(string id) => id is Summary or KeyPoints;

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<string> Of(Section section) => [Summary, KeyPoints, .. section.Topics.Select(topic => topic.Id)];

    /// <summary>Of the text as it is read: kinds of spaces, line breaks and the shape of quotation marks count for nothing, citations count.</summary>
    public static string HashOf(Section section, string part)
    {
        var text = part switch
        {
            Summary => $"{section.Title}\n{Text(section.Summary)}",
            KeyPoints => string.Join('\n', section.KeyPoints.Select(point => $"{point.Topic}: {Text(point.Content)}")),
            _ => Text(section.Topics.First(topic => topic.Id == part)),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(text))))[..Digits];
    }

    public static int LineOf(Section section, string part) =>
        IsReserved(part) ? section.LineOf(part) : section.Topics.FirstOrDefault(topic => topic.Id == part)?.Line ?? section.LineOf(Key);

    private static string Text(Topic topic) => $"{topic.Title}\n{Text(topic.Blocks)}";

    private static string Text(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(Text));

    private static string Text(Block block) => block switch
    {
        Paragraph paragraph => Text(paragraph.Content),
        Judgement judgement => $"> {Text(judgement.Content)}",
        BulletList list => string.Join('\n', list.Items.Select((item, index) => $"{list.Numbers.ElementAtOrDefault(index) ?? "-"} {Text(item)}")),
        Table table => string.Join('\n', table.Rows.Prepend(table.Header).Select(Row).Prepend(Text(table.Caption))),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Row(IReadOnlyList<IReadOnlyList<Inline>> cells) => string.Join(" | ", cells.Select(Text));

    private static string Text(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(Text));

    private static string Text(Inline inline) => inline switch
    {
        TextRun run => run.Text,
        Emphasis emphasis => $"*{Text(emphasis.Content)}*",
        Strong strong => $"**{Text(strong.Content)}**",
        Foreign foreign => $"{Text(foreign.Content)}{{{foreign.Language}}}",
        Link link => $"[{Text(link.Content)}]({link.Url} {link.Title})",
        Citation citation => $"[{string.Join(';', citation.References)}]",
        _ => throw new InvalidOperationException($"Unknown inline {inline.GetType().Name}."),
    };

    /// <summary>All spaces alike, all quotation marks alike, and without what cannot be seen.</summary>
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var character in text.Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format))
        {
            if (!char.IsWhiteSpace(character))
                normal.Append(Quotes.Contains(character, StringComparison.Ordinal) ? Quote : character);
            else if (normal.Length > 0 && normal[^1] != ' ')
                normal.Append(' ');
        }

        return normal.ToString();
    }
}
