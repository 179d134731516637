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
            .Select(acronym => new LibraryProblem(text.File, text.Line, $"unknown acronym '{acronym}'", $"add it to {LibraryReader.GlossaryFile} or write the words out")));
    }

    /// <summary>The acronyms in a text: two or more capitals, a plural s aside.</summary>
    public static IEnumerable<string> In(string text) => Acronym().Matches(text).Select(match => match.Value);

    private static IEnumerable<(string File, int Line, string Text)> Texts(ContentLibrary library)
    {
        foreach (var section in library.AllSections)
        {
            yield return (section.File, 1, $"{section.Title} {section.Summary.PlainText()}");
            foreach (var point in section.KeyPoints)
                yield return (section.File, point.Line, point.Content.PlainText());
            foreach (var topic in section.Topics)
            {
                yield return (section.File, topic.Line, topic.Title);
                foreach (var block in topic.Blocks)
                    yield return (section.File, block.Line, new[] { block }.Inlines().PlainText());
            }
        }

        foreach (var happening in library.Timeline)
            yield return (LibraryReader.TimelineFile, happening.Line, All(happening.Text));
        foreach (var figure in library.KeyFigures)
            yield return (LibraryReader.KeyFiguresFile, figure.Line, All(figure.Unit));
        foreach (var row in library.Programmes.Rows)
            yield return (LibraryReader.ProgrammesFile, row.Line, $"{All(row.Name)} {All(row.Partners)} {All(row.Scope)}");
        foreach (var note in library.Method)
            yield return (LibraryReader.MethodFile, note.Line, $"{All(note.Title)} {All(note.Text)}");
        foreach (var source in library.Sources)
            yield return (LibraryReader.SourcesFile, source.Line, $"{All(source.Author)} {All(source.Title)} {All(source.Note)}");
    }

    private static string All(LocalizedText text) => string.Join(' ', text.Texts.Values);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?=s?(?![\p{L}\p{N}]))")]
    private static partial Regex Acronym();
}
