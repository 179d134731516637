using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Rendering;

/// <summary>
/// Compares the words that were composed with those on the pages: a passage that a layout left out, or set where nobody sees it, refuses
/// the document. A passage may be parted by what stands between two pages, and up to a word of it may be written otherwise.
/// </summary>
internal static class LostText
{
    /// <summary>Letters that go on behind what parts a passage.</summary>
    private const int Piece = 10;

    /// <summary>Letters of a passage that need not be found as they were written.</summary>
    private const int Spared = 10;

    /// <summary>Letters of the text that is named, enough to find it.</summary>
    private const int MostNamed = 80;

    /// <exception cref="DocumentRefusedException">Names the passage.</exception>
    public static void Check(PrintedText printed, Briefing briefing)
    {
        var letters = printed.ToString();
        foreach (var passage in Passages(briefing))
        {
            if (!IsThere(printed.Compared(passage), letters))
                throw new DocumentRefusedException($"The pages lack, in whole or in part: “{Beginning(passage)}”.");
        }
    }

    /// <summary>Whole words, where it has any.</summary>
    private static string Beginning(string passage)
    {
        if (passage.Length <= MostNamed)
            return passage;
        var space = passage.LastIndexOf(' ', MostNamed);
        return $"{passage[..(space > 0 ? space : MostNamed)]} …";
    }

    private static bool IsThere(ReadOnlySpan<char> letters, ReadOnlySpan<char> printed)
    {
        for (var spared = 0; letters.Length > 0 && spared <= Spared;)
        {
            if (printed.IndexOf(letters) >= 0)
                return true;
            var found = Longest(letters, printed);
            if (found < Piece)
                (found, spared) = (1, spared + 1);
            letters = letters[found..];
        }

        return letters.Length == 0;
    }

    /// <summary>How many letters from the first on stand together somewhere.</summary>
    private static int Longest(ReadOnlySpan<char> letters, ReadOnlySpan<char> printed)
    {
        var (found, missing) = (0, letters.Length);
        while (missing - found > 1)
        {
            var middle = (found + missing) / 2;
            if (printed.IndexOf(letters[..middle]) >= 0)
                found = middle;
            else
                missing = middle;
        }

        return found;
    }

    private static IEnumerable<string> Passages(Briefing briefing) =>
    [
        briefing.Title,
        .. briefing.Notices,
        .. briefing.News is { } news ? NewsPassages(news) : [],
        .. briefing.KeyPoints.Select(point => point.Content.PlainText()),
        .. briefing.Sections.SelectMany(section => section.Topics.SelectMany(topic => topic.Blocks).Passages().Prepend(section.Summary ?? []))
            .Select(passage => passage.PlainText()),
        .. briefing.KeyFigures?.Items.SelectMany(item => new[] { item.Value, item.Unit, item.Date }) ?? [],
        .. briefing.Timeline?.Events.Select(mark => mark.Text) ?? [],
        .. briefing.Programmes?.Rows.SelectMany(row => row.Cells) ?? [],
        .. briefing.Notes.SelectMany(note => note.References).Select(reference => reference.Text),
        .. briefing.Sources.SelectMany(source => new[] { source.Author, source.Title, source.Note ?? "" }),
        briefing.SourceSummary,
        .. briefing.Glossary.Select(line => line.Meaning),
        .. briefing.Method.SelectMany(step => step.Paragraphs),
        briefing.Contact ?? "",
    ];

    private static IEnumerable<string> NewsPassages(BriefingNews news) =>
    [
        .. news.Lines,
        news.ChangedLine ?? "",
        .. news.Sections.SelectMany(section => section.Items).SelectMany(item => Passages(item.Blocks).Prepend(item.Title)),
        .. news.Changed.SelectMany(topic => Passages(topic.Blocks).Concat(topic.Passages.SelectMany(Wordings)).Prepend(topic.Title)),
        .. news.Withdrawn.SelectMany(withdrawn => new[] { withdrawn.Title, withdrawn.Reason }),
        .. news.Standing.SelectMany(line => new[] { line.Title, line.Topics, line.Status }),
    ];

    private static IEnumerable<string> Wordings(ChangedPassage passage) => [passage.Before?.PlainText() ?? "", passage.Now?.PlainText() ?? ""];

    private static IEnumerable<string> Passages(IEnumerable<Block> blocks) => blocks.Passages().Select(passage => passage.PlainText());
}
