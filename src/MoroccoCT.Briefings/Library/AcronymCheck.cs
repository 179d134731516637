using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Every acronym a text uses must stand in the glossary, so that a full briefing can explain it.</summary>
internal static partial class AcronymCheck
{
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library)
    {
        var known = library.Glossary.Select(entry => entry.Term).ToHashSet();
        return Texts(library).SelectMany(text => Spoken(text.Text).Distinct().Where(acronym => !known.Contains(acronym))
            .Select(acronym => new LibraryProblem(
                text.File, text.Line, $"unknown acronym '{acronym}'", $"add it to {LibraryReader.GlossaryFile} or write the words out")));
    }

    /// <summary>
    /// The acronyms of a text beside the library that nobody explains, with their lines. The text itself may: <c>Central Bureau (CB)</c>.
    /// </summary>
    internal static IEnumerable<(string Acronym, int Line)> Unexplained(ContentLibrary library, IReadOnlyList<Block> text)
    {
        var known = library.Glossary.Select(entry => entry.Term).Concat(Explained().Matches(text.PlainText()).Select(match => match.Value)).ToHashSet();
        return text.SelectMany(Texts).SelectMany(part => Spoken(part.Text).Where(acronym => !known.Contains(acronym)).Select(acronym => (acronym, part.Line)))
            .DistinctBy(found => found.acronym);
    }

    /// <summary>The acronyms in a text: two or more capitals, a plural s aside.</summary>
    public static IEnumerable<string> In(string text) => Acronym().Matches(text).Select(match => match.Value);

    /// <summary>Those that nobody could take for a numeral, a symbol, a unit or part of an address.</summary>
    private static IEnumerable<string> Spoken(string text)
    {
        var verbatim = VerbatimParts.Of(text);
        var symbols = Symbol().Matches(text).ToList();
        return Acronym().Matches(text)
            .Where(match => !verbatim[match.Index] && !symbols.Exists(symbol => symbol.Index <= match.Index && match.Index < symbol.Index + symbol.Length))
            .Select(match => match.Value);
    }

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

    /// <summary>One in brackets behind its words, or with its words in brackets behind it.</summary>
    [GeneratedRegex(@"(?<=\p{L}[”’»\u00A0\u202F]?\s?\()[A-Z][A-Z0-9]+(?=s?[\),;،؛])|(?<![\p{L}\p{N}])[A-Z][A-Z0-9]+(?=s?\s\(\p{L}+\s)")]
    private static partial Regex Explained();

    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}])(?:
            (?=[IVXL]{2,}(?!\p{L}|\p{N}))(?:X{0,3}|XL|LX{0,3}|XC)(?:IX|IV|V?I{0,3})              # Mohammed VI, Chapter XLII
          | (?=[MDCLXVI]{4,}(?!\p{L}|\p{N}))M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})   # MCMLVI
          | [A-Z](?:/[A-Z0-9.()-]{1,40}){1,8}                                                      # S/RES/2178 (2014)
          | [A-Z]{1,20}(?:/[A-Z0-9.()-]{1,40}){0,6}/[A-Z.]{0,20}[0-9][A-Z0-9.()/-]{0,40}           # CTC/2015
          | TLP:(?:RED|AMBER(?:\+STRICT)?|GREEN|CLEAR)
          | [A-Z]{1,2}&[A-Z]{1,2} | CO2 | NO2 | SO2 | CH4 | H2O | N2O
          | [A-Z]{1,3}-[0-9]+[A-Z]?                                                                # MQ-9, KC-130
          | (?<=[0-9][ \u00A0\u202F]?)(?:[AP]M|BCE?|CE|AD|AH|[kMGTP]?Wh?|[kMGTP]B|[MG]V|M{0,2}DH|MAD|EUR|USD|GBP|HA|KM)
          | (?:AD|AH)(?=[ \u00A0\u202F][0-9])
        )(?!\p{L}|\p{N})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Symbol();
}
