using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// The words that documents print. They belong to the program, which needs more of them with each version, so a library need not bring
/// any; those it brings take the place of the program's.
/// </summary>
internal static class LabelFiles
{
    /// <param name="words">Folder of the program's words; null where the library has to bring them all.</param>
    public static Dictionary<string, LocalizedText> Read(string folder, string? words, LibraryFiles files, List<LibraryProblem> problems)
    {
        var isAlone = words is null || Path.GetFullPath(words) == Path.GetFullPath(folder);
        var own = isAlone || Stands(Path.Combine(folder, LibraryReader.LabelsFile)) ? Labels(files) : [];
        if (isAlone)
            return own;

        var program = new LibraryFiles(words!, problems);
        var added = Labels(program).Where(label => !own.ContainsKey(label.Key)).ToList();
        if (added.Count == 0 || !program.Hashes.TryGetValue(LibraryReader.LabelsFile, out var hash))
            return own;

        // A version of the library is told by the words that are used of it.
        files.Hashes[LibraryReader.LabelsFile] = files.Hashes.TryGetValue(LibraryReader.LabelsFile, out var ownHash) ? Hash($"{ownHash} {hash}") : hash;
        return new(own.Concat(added));
    }

    private static Dictionary<string, LocalizedText> Labels(LibraryFiles files) =>
        files.Yaml(LibraryReader.LabelsFile, (file, text) => file.Map(text)) is { } labels ? labels.Keys.ToDictionary(key => key, labels.Localized) : [];

    /// <summary>A link that leads nowhere stands there too: it is refused, not passed over.</summary>
    private static bool Stands(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
