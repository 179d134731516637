namespace MoroccoCT.Briefings.Library;

/// <summary>
/// What lies in the library's folder. What does not belong there – an editor's droppings, a file system's own folders – is named, warned
/// of and left alone.
/// </summary>
internal sealed class LibraryFolder(string folder, List<LibraryProblem> problems)
{
    public const string SectionsFolder = "sections";

    /// <summary>Layouts lie beside the texts and are none of ours; so do the files of a version control.</summary>
    private const string LayoutsFolder = "layouts";

    private const string VersionControl = ".git";

    public List<LibraryProblem> Warnings { get; } = [];

    /// <summary>Warns of what lies beside the sections and <paramref name="dataFiles"/>.</summary>
    public void Look(IReadOnlyList<string> dataFiles)
    {
        foreach (var entry in (Entries("") ?? []).Where(entry => !dataFiles.Contains(entry.Name) && !IsOurs(entry.Name)))
            LeaveAlone(entry.Name, $"the library consists of {SectionsFolder}, {string.Join(", ", dataFiles)}");
    }

    /// <summary>Every text of a section, by the section's id and its language.</summary>
    public IEnumerable<(string Id, string Language, string File)> Texts()
    {
        if (IsLink(SectionsFolder))
            yield break;
        foreach (var entry in Entries(SectionsFolder) ?? [])
        {
            if (!LibraryReader.IsId(entry.Name) || entry is FileInfo { LinkTarget: null })
                LeaveAlone($"{SectionsFolder}/{entry.Name}", "only folders named by a section's id are read here: small letters, digits and hyphens");
            else
                foreach (var text in Texts(entry.Name))
                    yield return text;
        }
    }

    private IEnumerable<(string Id, string Language, string File)> Texts(string id)
    {
        var path = $"{SectionsFolder}/{id}";
        if (IsLink(path) || Entries(path) is not { } entries)
            yield break;
        var texts = LibraryReader.Typeset.ToDictionary(language => $"{language}.md");
        if (!entries.Exists(entry => texts.ContainsKey(entry.Name)))
            LeaveAlone(path, $"a section has a text {string.Join(" or ", texts.Keys)}");
        foreach (var entry in entries)
        {
            if (texts.TryGetValue(entry.Name, out var language))
                yield return (id, language, $"{path}/{entry.Name}");
            else
                LeaveAlone($"{path}/{entry.Name}", $"only {string.Join(", ", texts.Keys)} are read here");
        }
    }

    private bool IsLink(string path)
    {
        var isLink = new DirectoryInfo(Path.Combine(folder, path)).LinkTarget is not null;
        if (isLink)
            problems.Add(LibraryFiles.Link(path));
        return isLink;
    }

    /// <summary>In the order of their names; null, and a problem, when they cannot be read.</summary>
    private List<FileSystemInfo>? Entries(string path)
    {
        try
        {
            var all = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
            var entries = new DirectoryInfo(Path.Combine(folder, path)).EnumerateFileSystemInfos("*", all);
            return [.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            // Where the whole library is missing, that shows file by file.
            if (path.Length > 0)
                problems.Add(new(path, 1, "the folder is missing", "the library keeps its sections as sections/<id>/en.md"));
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(LibraryFiles.Unreadable(path.Length > 0 ? path : ".", error));
            return null;
        }
    }

    private void LeaveAlone(string path, string advice) =>
        Warnings.Add(new(path, 1, "this does not belong to the library and is left alone", $"move or remove it; {advice}"));

    private static bool IsOurs(string name) => name is SectionsFolder or LayoutsFolder || name.StartsWith(VersionControl, StringComparison.Ordinal);
}
