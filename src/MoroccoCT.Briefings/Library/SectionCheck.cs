using System.Globalization;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Faults that a section shows by itself: topics without text, statements without a source, citations in the wrong place.</summary>
internal static class SectionCheck
{
    /// <summary>In all scripts of the library; closing quotes and brackets may follow.</summary>
    private const string SentenceEnds = ".!?…;:؟؛";

    /// <summary>How what is said of a statement without its source ends.</summary>
    internal const string Uncited = "without a citation";

    private const string Paragraph = "a paragraph";
    private const string Item = "a list item";

    public static IEnumerable<LibraryProblem> Check(Section section) =>
    [
        .. section.Topics.Where(topic => topic.Blocks.Count == 0)
            .Select(topic => new LibraryProblem(section.File, topic.Line, $"topic '{topic.Id}' is empty",
                "write at least one paragraph below its heading, or remove it")),
        .. section.Topics.SelectMany(topic => MainPassage(section.File, $"topic '{topic.Id}'", topic)),
        .. Statements(section).SelectMany(statement => Faults(section.File, statement)),
    ];

    /// <summary>The same for a text that is no part of a section.</summary>
    /// <param name="text">As a topic without an id.</param>
    public static IEnumerable<LibraryProblem> Check(string file, Topic text) =>
        [.. MainPassage(file, "the text", text), .. text.Blocks.SelectMany(Statements).SelectMany(statement => Faults(file, statement))];

    private static IEnumerable<LibraryProblem> MainPassage(string file, string name, Topic topic)
    {
        if (topic.Blocks.Count > 0 && topic.Main is null)
            yield return new(file, topic.Line, $"{name} has no passage that could stand for it in a short briefing",
                "write a paragraph or judgement that says the main thing, outside of lists and tables");
        foreach (var second in topic.Blocks.Where(block => block.IsMain).Skip(1))
            yield return new(file, second.Line, $"a second passage of {name} is named {{.main}}", "name one of them");
    }

    /// <summary>Whatever must name its source. Every item of a list, every paragraph in it and the title of a table count for themselves.</summary>
    private static IEnumerable<Statement> Statements(Section section) =>
    [
        // A summary that is missing is reported as such.
        .. section.Summary.Count == 0 ? [] : new[] { new Statement("a summary", section.LineOf("summary"), section.Summary.Descend()) },
        .. section.KeyPoints.Select(point => new Statement("a key point", point.Line, point.Content.Descend())),
        .. section.Topics.SelectMany(topic => topic.Blocks).SelectMany(Statements),
    ];

    private static IEnumerable<Statement> Statements(Block block) => block switch
    {
        BulletList list => list.Items.SelectMany(item => item.Count == 0 ? [new(Item, list.Line, [])] : item.SelectMany(Statements).Select(AsItem)),
        Table table => [new("a table title", table.Line, table.Caption.Descend())],
        Judgement judgement => [new("a judgement", judgement.Line, judgement.Content.Descend())],
        _ => [new(Paragraph, block.Line, new[] { block }.Inlines())],
    };

    private static Statement AsItem(Statement statement) => statement.Name == Paragraph ? statement with { Name = Item } : statement;

    private static IEnumerable<LibraryProblem> Faults(string file, Statement statement)
    {
        var before = "";
        Citation? last = null;
        var isMisplaced = false;
        foreach (var inline in statement.Content)
        {
            if (inline is TextRun run)
            {
                before += run.Text;
            }
            else if (inline is Citation citation)
            {
                // Right behind another citation it stands where that one does.
                if (before.Length > 0 || last is null)
                {
                    isMisplaced = !EndsSentence(before);
                    if (isMisplaced)
                        yield return new(file, citation.Line, $"{statement.Name} with a citation that does not stand after the end of a sentence",
                            "put it behind the full stop: 'The sentence. [@source-id]'");
                }

                (before, last) = ("", citation);
            }

            before = before.TrimStart();
        }

        if (last is null)
            yield return new(file, statement.Line, $"{statement.Name} {Uncited}", "end it with [@source-id]; nothing is issued without its source");
        else if (isMisplaced ? before.Any(char.IsLetterOrDigit) : before.Length > 0)
            yield return new(file, last.Line, $"{statement.Name} with text after its last citation",
                "end it with [@source-id]; nothing is issued without its source");
    }

    private static bool EndsSentence(string text) =>
        SentenceEnds.Contains(text.Reverse().SkipWhile(MayFollowTheEnd).FirstOrDefault(), StringComparison.Ordinal);

    private static bool MayFollowTheEnd(char character) =>
        char.IsWhiteSpace(character) || character is '"' or '\''
        || char.GetUnicodeCategory(character) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.Format;

    /// <param name="Name">What it is, for messages.</param>
    /// <param name="Line">The line it begins on.</param>
    /// <param name="Content">Every piece of it, without regard to nesting.</param>
    private sealed record Statement(string Name, int Line, IEnumerable<Inline> Content);
}
