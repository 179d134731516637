namespace MoroccoCT.Briefings.Library;

/// <summary>A text of a data file, and what messages call it.</summary>
internal sealed record DataText(string File, string Name, LocalizedText Text);

/// <summary>Every text of the data files, so that no check forgets one.</summary>
internal static class DataTexts
{
    public static IEnumerable<DataText> Of(ContentLibrary library) =>
    [
        .. library.Sources.SelectMany(source => Named(
            LibraryReader.SourcesFile, source.Id, ("author", source.Author), ("title", source.Title), ("short", source.Short), ("note", source.Note))),
        .. library.Sources.SelectMany(source => Named(
            LibraryReader.SourcesFile, source.Id, [.. source.Passages.Select(passage => (passage.Key, passage.Value))])),
        .. library.Sources.Where(source => source.Statement is not null)
            .Select(source => new DataText(LibraryReader.SourcesFile, $"{source.Id}: statement", source.Statement!)),
        .. library.Timeline.Select(happening => new DataText(LibraryReader.TimelineFile, happening.Id, happening.Text)),
        .. library.KeyFigures.SelectMany(figure =>
            Named(LibraryReader.KeyFiguresFile, figure.Id, ("value", figure.Value), ("unit", figure.Unit), ("date", figure.Date))),
        .. Programmes(library.Programmes),
        .. library.Glossary.Select(entry => new DataText(LibraryReader.GlossaryFile, entry.Term, entry.Meaning)),
        .. library.Method.SelectMany(note => Named(LibraryReader.MethodFile, note.Id, ("title", note.Title), ("text", note.Text))),
        .. library.Labels.Select(label => new DataText(LibraryReader.LabelsFile, label.Key, label.Value)),
    ];

    private static IEnumerable<DataText> Programmes(ProgrammeTable table) =>
    [
        new(LibraryReader.ProgrammesFile, "title", table.Title),
        .. Named(LibraryReader.ProgrammesFile, "columns", ("name", table.Name), ("partners", table.Partners), ("since", table.Since), ("scope", table.Scope)),
        .. table.Rows.SelectMany(row => Named(
            LibraryReader.ProgrammesFile, row.Id, ("name", row.Name), ("partners", row.Partners), ("since", row.Since), ("scope", row.Scope))),
    ];

    private static IEnumerable<DataText> Named(string file, string id, params (string Part, LocalizedText Text)[] texts) =>
        texts.Select(text => new DataText(file, $"{id}: {text.Part}", text.Text));
}
