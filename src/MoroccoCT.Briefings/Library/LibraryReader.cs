using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Reads every file of the library. Faults that one file shows by itself are found here; faults between files by <see cref="LibraryChecker"/>.</summary>
internal static partial class LibraryReader
{
    public const string SourcesFile = "sources.yaml";
    public const string TimelineFile = "timeline.yaml";
    public const string KeyFiguresFile = "key-figures.yaml";
    public const string ProgrammesFile = "programmes.yaml";
    public const string GlossaryFile = "glossary.yaml";
    public const string MethodFile = "method.yaml";
    public const string LabelsFile = "labels.yaml";
    private const string SectionsFolder = "sections";

    /// <summary>Languages we typeset, in the order in which they are offered.</summary>
    private static readonly string[] typeset = ["en", "fr", "ar"];

    public static (ContentLibrary Library, IReadOnlyList<LibraryProblem> Problems) Read(string folder)
    {
        var problems = new List<LibraryProblem>();
        var files = new FileSet(folder, problems);
        var sections = Sections(folder, files, problems);
        var library = new ContentLibrary
        {
            AllSections = sections,
            Languages = [.. typeset.Where(language => sections.Any(section => section.Language == language))],
            Sources = [.. List(SourcesFile).Select(Source)],
            Timeline = [.. List(TimelineFile).Select(Event)],
            KeyFigures = [.. List(KeyFiguresFile).Select(Figure)],
            Programmes = files.Yaml(ProgrammesFile, (file, text) => file.Map(text)) is { } table ? Programmes(table) : NoProgrammes,
            Glossary = [.. List(GlossaryFile).Select(Entry)],
            Method = [.. List(MethodFile).Select(Note)],
            Labels = files.Yaml(LabelsFile, (file, text) => file.Map(text)) is { } labels ? labels.Keys.ToDictionary(key => key, labels.Localized) : new Dictionary<string, LocalizedText>(),
            FileHashes = files.Hashes,
        };
        return (library, problems);

        IReadOnlyList<YamlMap> List(string path) => files.Yaml(path, (file, text) => file.List(text)) ?? [];
    }

    public static bool IsId(string text) => Id().IsMatch(text);

    private static List<Section> Sections(string folder, FileSet files, List<LibraryProblem> problems)
    {
        var root = Path.Combine(folder, SectionsFolder);
        if (!Directory.Exists(root))
        {
            problems.Add(new(SectionsFolder, 1, "the folder is missing", "the library keeps its sections as sections/<id>/en.md"));
            return [];
        }

        var sections = new List<Section>();
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var parts = file.Split('/');
            if (parts.Length != 3 || !IsId(parts[1]) || !typeset.Contains(Path.GetFileNameWithoutExtension(path)))
                problems.Add(new(file, 1, "this file has no place in the library", $"name it sections/<id>/<language>.md with a language of {string.Join(", ", typeset)}"));
            else if (files.Text(file) is { } text && SectionReader.Read(parts[1], Path.GetFileNameWithoutExtension(path), file, text, problems) is { } section)
                sections.Add(section);
        }

        return sections;
    }

    private static Source Source(YamlMap map) => Closed(map, new Source(
        IdOf(map), map.Localized("author"), map.Localized("title"), map.Localized("short"), map.OneOf("language", typeset), map.Date("date"), map.OneOf("type", Library.Source.Types), map.Localized("note"), Passages(map), map.Line));

    private static Dictionary<string, LocalizedText> Passages(YamlMap source) =>
        source.Has("passages") && source.Map("passages") is { } passages ? passages.Keys.ToDictionary(id => id, passages.Localized) : [];

    private static IReadOnlyList<SourceReference> References(YamlMap map) => [.. map.Texts("sources").Select(SourceReference.Parse)];

    private static TimelineEvent Event(YamlMap map) => Closed(map, new TimelineEvent(
        IdOf(map), map.RequiredDate("date"), map.Text("section"), map.Text("topic"), References(map), map.Localized("text"), map.Line));

    private static KeyFigure Figure(YamlMap map) => Closed(map, new KeyFigure(
        IdOf(map), map.Text("section"), map.Text("topic"), map.Localized("value"), map.Localized("unit"), map.Localized("date"), References(map), map.Line));

    private static GlossaryEntry Entry(YamlMap map) => Closed(map, new GlossaryEntry(map.Text("term"), map.OneOf("language", typeset), map.Localized("meaning"), map.Line));

    private static MethodNote Note(YamlMap map) => Closed(map, new MethodNote(IdOf(map), map.Localized("title"), map.Localized("text"), map.Line));

    private static ProgrammeTable Programmes(YamlMap map)
    {
        var columns = map.Map("columns");
        return columns is null ? NoProgrammes : Closed(map, new ProgrammeTable(
            map.Localized("title"), columns.Localized("name"), columns.Localized("partners"), columns.Localized("since"), columns.Localized("scope"), [.. map.Maps("rows").Select(Programme)]));
    }

    private static Programme Programme(YamlMap map) => Closed(map, new Programme(
        IdOf(map), map.Text("section"), map.Text("topic"), map.Localized("name"), map.Localized("partners"), map.Localized("since"), map.Localized("scope"), References(map), map.Line));

    private static ProgrammeTable NoProgrammes { get; } = new(Nothing, Nothing, Nothing, Nothing, Nothing, []);

    private static LocalizedText Nothing => new(new Dictionary<string, string>(), 1);

    private static string IdOf(YamlMap map)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !IsId(id))
            map.Fault("id", $"'{id}' cannot be an id", "use small letters, digits and hyphens, beginning with a letter");
        return id;
    }

    private static T Closed<T>(YamlMap map, T read)
    {
        map.RefuseOtherKeys();
        return read;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Id();

    /// <summary>The files read so far with their hashes. Only plain files: a symbolic link could lead anywhere.</summary>
    private sealed class FileSet(string folder, List<LibraryProblem> problems)
    {
        private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        public Dictionary<string, string> Hashes { get; } = [];

        public string? Text(string file)
        {
            var path = new FileInfo(Path.Combine(folder, file));
            if (!path.Exists)
            {
                problems.Add(new(file, 1, "the file is missing", "the library cannot be used without it"));
                return null;
            }

            if (path.LinkTarget is not null)
            {
                problems.Add(new(file, 1, "this is a symbolic link", "put the file itself here"));
                return null;
            }

            var bytes = File.ReadAllBytes(path.FullName);
            Hashes[file] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            try
            {
                return utf8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            }
            catch (DecoderFallbackException)
            {
                problems.Add(new(file, 1, "the file is not UTF-8", "save it with the encoding UTF-8"));
                return null;
            }
        }

        public T? Yaml<T>(string file, Func<YamlFile, string, T> read)
            where T : class? => Text(file) is { } text ? read(new(file, firstLine: 1, problems), text) : null;
    }
}
