using System.Buffers;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Reads one Markdown file of a section: front matter between two lines <c>---</c>, then its topics.</summary>
internal static class SectionReader
{
    internal const string Fence = "---";

    /// <summary>A section that ships has some hundred. Past this the Markdown parser takes seconds, and then minutes.</summary>
    private const int MostSigns = 10_000;

    /// <summary>What the Markdown parser looks ahead and back for: every pair of them may cost it time.</summary>
    private static readonly SearchValues<char> signs = SearchValues.Create("[]()<>*_`|!&{}\\~^:\"-+\n");

    public static Section? Read(string id, string language, string file, string text, List<LibraryProblem> problems)
    {
        if (TooManySigns(file, text) is { } tooMany)
        {
            problems.Add(tooMany);
            return null;
        }

        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            problems.Add(lines[0].TrimEnd() == Fence
                ? new(file, 1, "the front matter has no end", "put a line '---' behind its last key")
                : new(file, 1, "there is no front matter", "begin the file with '---', keys such as 'title: …', and '---'"));
            return null;
        }

        var yaml = new YamlFile(file, firstLine: 2, problems);
        if (yaml.Map(string.Join('\n', lines[1..end])) is not { } front)
            return null;
        var section = new Section
        {
            Id = id,
            Language = language,
            File = file,
            Title = front.Words("title", language),
            Order = front.Number("order"),
            Summary = Line(front, "summary", file, language, problems),
            KeyPoints = [.. front.Maps("key-points").Select(point => KeyPoint(point, file, language, problems))],
            InformationAsOf = front.RequiredDate("information-as-of"),
            Review = Review(front, language),
            DraftedWithModel = front.Flag("drafted-with-model"),
            Marking = Marking.Find(front.OneOf("marking", Marking.All.Select(marking => marking.Label))) ?? Marking.Clear,
            TranslationReviewed = language == ContentLibrary.Original || front.OneOf("translation", ["unreviewed", "reviewed"]) == "reviewed",
            TranslatedFrom = language == ContentLibrary.Original ? new Dictionary<string, string>() : TranslatedFrom(front),
            Topics = [],
            FrontLines = front.Keys.ToDictionary(key => key, front.KeyLine),
        };
        front.RefuseOtherKeys();
        var topics = new MarkdownText(file, language, firstLine: end + 2, problems).Topics(string.Join('\n', lines[(end + 1)..]));
        if (topics is [])
            problems.Add(new(file, Math.Min(end + 2, lines.Length), "the section has no topic", "add a heading '## Title {#id}' and paragraphs below it"));
        section = section with { Topics = topics ?? [] };

        // What could not be read on a line may be the citation that is missed there.
        var unread = problems.Where(problem => problem.File == file).Select(problem => problem.Line).ToHashSet();
        problems.AddRange(SectionCheck.Check(section).Where(problem => !unread.Contains(problem.Line)));
        return section;
    }

    /// <summary>A text that the Markdown parser cannot bear; null for any other.</summary>
    internal static LibraryProblem? TooManySigns(string file, string text) => LineOfTooManySigns(text) is { } line
        ? new(file, line, $"more than {MostSigns:N0} lines, brackets, stars, dashes and the like up to here", "shorten the text or divide it")
        : null;

    private static int? LineOfTooManySigns(string text)
    {
        var (line, count) = (1, 0);
        foreach (var character in text)
        {
            if (signs.Contains(character) && ++count > MostSigns)
                return line;
            if (character == '\n')
                line++;
        }

        return null;
    }

    private static KeyPoint KeyPoint(YamlMap point, string file, string language, List<LibraryProblem> problems)
    {
        var result = new KeyPoint(point.Text("topic"), Line(point, "text", file, language, problems), point.LineOf("text"));
        point.RefuseOtherKeys();
        return result;
    }

    private static IReadOnlyList<Content.Inline> Line(YamlMap map, string key, string file, string language, List<LibraryProblem> problems)
    {
        var text = map.Text(key);
        return text.Length == 0 ? [] : new MarkdownText(file, language, map.LineOf(key), problems).Line(text);
    }

    private static Dictionary<string, string> TranslatedFrom(YamlMap front) =>
        front.Has(SectionParts.Key) && front.Map(SectionParts.Key) is { } map ? map.Keys.ToDictionary(part => part, map.Text) : [];

    private static Review? Review(YamlMap front, string language)
    {
        var date = front.Date("last-reviewed");
        var reviewer = front.OptionalText("reviewer");
        var unread = date is null && front.OptionalText("last-reviewed") is not null;
        if (unread || (date is null && reviewer is null))
            return null;
        if (reviewer is null || date?.Day is null)
        {
            front.Fault("last-reviewed", "a review needs a day and a person", "give both 'last-reviewed: yyyy-MM-dd' and 'reviewer: Name', or neither");
            return null;
        }

        return new(date.First, front.Words("reviewer", language));
    }
}
