using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// Reads every file of the library. Faults that one file shows by itself are found here; faults between files by <see cref="LibraryChecker"/>.
/// </summary>
internal static partial class LibraryReader
{
    public const string SourcesFile = "sources.yaml";
    public const string TimelineFile = "timeline.yaml";
    public const string KeyFiguresFile = "key-figures.yaml";
    public const string ProgrammesFile = "programmes.yaml";
    public const string GlossaryFile = "glossary.yaml";
    public const string MethodFile = "method.yaml";
    public const string LabelsFile = "labels.yaml";

    private static readonly string[] dataFiles = [SourcesFile, TimelineFile, KeyFiguresFile, ProgrammesFile, GlossaryFile, MethodFile, LabelsFile];

    /// <summary>Languages we typeset, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Typeset { get; } = ["en", "fr", "ar"];

    /// <param name="words">Folder of the words that documents print, as the program brings them; those of the library itself go before them.</param>
    public static (ContentLibrary Library, IReadOnlyList<LibraryProblem> Problems) Read(string folder, string? words)
    {
        var problems = new List<LibraryProblem>();
        var files = new LibraryFiles(folder, problems);
        var entries = new LibraryFolder(folder, problems);
        entries.Look(dataFiles);
        var sections = Sections(entries, files, problems);
        var library = new ContentLibrary
        {
            AllSections = sections,
            Languages = [.. Typeset.Where(language => sections.Any(section => section.Language == language))],
            Sources = [.. List(SourcesFile).Select(Source)],
            Timeline = [.. List(TimelineFile).Select(Event)],
            KeyFigures = [.. List(KeyFiguresFile).Select(Figure)],
            Programmes = files.Yaml(ProgrammesFile, (file, text) => file.Map(text)) is { } table ? Programmes(table) : NoProgrammes,
            Glossary = [.. List(GlossaryFile).Select(Entry)],
            Method = [.. List(MethodFile).Select(Note)],
            Labels = LabelFiles.Read(folder, words, files, problems),
            FileHashes = files.Hashes,
            Warnings = entries.Warnings,
        };
        return (library, [.. problems.Distinct()]);

        IReadOnlyList<YamlMap> List(string path) => files.Yaml(path, (file, text) => file.List(text)) ?? [];
    }

    public static bool IsId(string text) => Id().IsMatch(text);

    private static List<Section> Sections(LibraryFolder folder, LibraryFiles files, List<LibraryProblem> problems)
    {
        var sections = new List<Section>();
        foreach (var (id, language, file) in folder.Texts())
        {
            if (files.Text(file) is { } text && SectionReader.Read(id, language, file, text, problems) is { } section)
                sections.Add(section);
        }

        return sections;
    }

    /// <summary>One entry of the file of sources.</summary>
    internal static Source Source(YamlMap map) => Closed(map, new Source(
        IdOf(map), map.Localized("author"), map.Localized("title"), map.Localized("short"), map.OneOf("language", Typeset), map.Date("date"),
        map.OneOf("type", Library.Source.Types), map.Localized("note"), map.Has("statement") ? map.Localized("statement") : null, Passages(map), map.Line));

    private static Dictionary<string, LocalizedText> Passages(YamlMap source) =>
        source.Has("passages") && source.Map("passages") is { } passages
            ? passages.Keys.ToDictionary(id => Checked(passages, id, id), passages.Localized)
            : [];

    private static IReadOnlyList<SourceReference> References(YamlMap map) => [.. map.Texts("sources").Select(SourceReference.Parse)];

    private static TimelineEvent Event(YamlMap map) => Closed(map, new TimelineEvent(
        IdOf(map), map.RequiredDate("date"), map.Text("section"), map.Text("topic"), References(map), map.Localized("text"), map.Line));

    private static KeyFigure Figure(YamlMap map) => Closed(map, new KeyFigure(
        IdOf(map), map.Text("section"), map.Text("topic"), map.Localized("value"), map.Localized("unit"), map.Localized("date"), References(map), map.Line));

    private static GlossaryEntry Entry(YamlMap map) =>
        Closed(map, new GlossaryEntry(map.Text("term"), map.OneOf("language", Typeset), map.Localized("meaning"), map.Line));

    private static MethodNote Note(YamlMap map) => Closed(map, new MethodNote(IdOf(map), map.Localized("title"), map.Localized("text"), map.Line));

    private static ProgrammeTable Programmes(YamlMap map)
    {
        var title = map.Localized("title");
        var rows = map.Maps("rows").Select(Programme).ToList();
        return Closed(map, map.Map("columns") is not { } columns ? NoProgrammes : Closed(columns, new ProgrammeTable(
            title, columns.Localized("name"), columns.Localized("partners"), columns.Localized("since"), columns.Localized("scope"), rows)));
    }

    private static Programme Programme(YamlMap map) => Closed(map, new Programme(
        IdOf(map), map.Text("section"), map.Text("topic"), map.Localized("name"), map.Localized("partners"), map.Localized("since"), map.Localized("scope"),
        References(map), map.Line));

    private static ProgrammeTable NoProgrammes { get; } = new(Nothing, Nothing, Nothing, Nothing, Nothing, []);

    private static LocalizedText Nothing => new(new Dictionary<string, string>(), 1);

    private static string IdOf(YamlMap map)
    {
        var id = map.Text("id");
        return id.Length > 0 ? Checked(map, "id", id) : id;
    }

    private static string Checked(YamlMap map, string key, string id)
    {
        if (!IsId(id))
            map.Fault(key, $"'{id}' cannot be an id", "use small letters, digits and hyphens, beginning with a letter");
        return id;
    }

    private static T Closed<T>(YamlMap map, T read)
    {
        map.RefuseOtherKeys();
        return read;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z")]
    private static partial Regex Id();
}
