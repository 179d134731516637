using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Every acronym a text uses must stand in the glossary, so that a full briefing can explain it.</summary>
internal static partial class AcronymCheck
{
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library)
    {
        var known = library.Glossary.Select(entry => entry.Term).ToHashSet();
        return Texts(library).SelectMany(text => In(text.Text).Distinct().Where(acronym => !known.Contains(acronym))
            .Select(acronym => new LibraryProblem(
                text.File, text.Line, $"unknown acronym '{acronym}'", $"add it to {LibraryReader.GlossaryFile} or write the words out")));
    }

    /// <summary>The acronyms in a text: two or more capitals, a plural s aside.</summary>
    public static IEnumerable<string> In(string text) => Acronym().Matches(text).Select(match => match.Value);

    private static IEnumerable<(string File, int Line, string Text)> Texts(ContentLibrary library) =>
    [
        .. library.AllSections.SelectMany(section => Texts(section).Select(text => (section.File, text.Line, text.Text))),
        // Labels speak of TLP, whose colours look like acronyms.
        .. DataTexts.Of(library).Where(text => text.File != LibraryReader.LabelsFile)
            .Select(text => (text.File, text.Text.Line, string.Join(' ', text.Text.Texts.Values))),
    ];

    private static IEnumerable<(int Line, string Text)> Texts(Section section) =>
    [
        (section.LineOf("title"), section.Title),
        (section.LineOf("summary"), section.Summary.PlainText()),
        .. section.KeyPoints.Select(point => (point.Line, point.Content.PlainText())),
        .. section.Topics.SelectMany(topic => topic.Blocks.SelectMany(Texts).Prepend((topic.Line, topic.Title))),
    ];

    private static IEnumerable<(int Line, string Text)> Texts(Block block) => block is BulletList list
        ? list.Items.SelectMany(item => item).SelectMany(Texts)
        : [(block.Line, new[] { block }.PlainText())];

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Z][0-9]*[A-Z][A-Z0-9]*(?=s?(?![\p{L}\p{N}]))")]
    private static partial Regex Acronym();
}
