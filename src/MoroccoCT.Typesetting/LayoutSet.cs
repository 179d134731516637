using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MoroccoCT.Typesetting;

/// <summary>
/// The files of a layout, read once and then unchangeable: their names relative to the layout
/// folder, with forward slashes, and their contents. It is all the engine can read besides a
/// job's data, so it is also where anything that reaches beyond the folder is refused.
/// </summary>
public sealed partial class LayoutSet
{
    private LayoutSet(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files, ImmutableHashSet<string> made)
    {
        Files = files;
        Made = made;
        Hash = HashOf(files);
    }

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    /// <summary>Files that lie nowhere on disk; see <see cref="With"/>.</summary>
    internal ImmutableHashSet<string> Made { get; }

    /// <summary>SHA-256 over names and contents in ordinal order of the names, in lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Reads every plain file below a folder, except hidden ones (editors leave those behind).</summary>
    /// <exception cref="LayoutRejectedException">A symbolic link, or a package import, with file and line.</exception>
    public static LayoutSet Load(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw Refused("", null, $"The layout folder {folder} does not exist.", "Check the configured path.");
        try
        {
            return Create(PlainFiles(root).Select(file => KeyValuePair.Create(
                Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/'),
                new ReadOnlyMemory<byte>(file.Length == 0 ? [] : File.ReadAllBytes(file.FullName)))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refused("", null, $"The layout in {folder} cannot be read. {error.Message}",
                "Remove what does not belong there, or let the program read it.");
        }
    }

    public static LayoutSet Create(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        var sorted = files.ToImmutableSortedDictionary(
            file => file.Key, file => new ReadOnlyMemory<byte>(file.Value.ToArray()), StringComparer.Ordinal);
        foreach (var (name, content) in sorted)
        {
            ShadowPath.Check(name, nameof(files));
            RefusePackageImports(name, content.Span);
        }

        return new LayoutSet(sorted, []);
    }

    /// <summary>
    /// The same layout with a file that a program made, in place of one of that name if there is one. What goes wrong in it is told where
    /// a file that somebody can correct called it.
    /// </summary>
    public LayoutSet With(string name, ReadOnlyMemory<byte> content) =>
        new(Create(Files.SetItem(name, content)).Files, Made.Add(name));

    // The engine follows symbolic links out of its workspace, so none gets in.
    private static IEnumerable<FileInfo> PlainFiles(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')))
        {
            if (entry.LinkTarget is { } target)
                throw Refused(entry.FullName, null, $"{entry.FullName} is a symbolic link to {target}.", "Put a copy of the file in its place.");
            if (entry is DirectoryInfo inner)
                foreach (var file in PlainFiles(inner)) yield return file;
            else
                yield return (FileInfo)entry;
        }
    }

    // A package import would make the engine download code while it renders.
    private static void RefusePackageImports(string name, ReadOnlySpan<byte> content)
    {
        if (!name.EndsWith(".typ", StringComparison.OrdinalIgnoreCase)) return;
        var text = Encoding.UTF8.GetString(content);
        foreach (var match in PackageName().EnumerateMatches(text))
        {
            var line = text.AsSpan(0, match.Index).Count('\n') + 1;
            var package = text.Substring(match.Index + 1, match.Length - 1);
            throw Refused(name, line, $"A layout may not import the package {package}…", "Copy what it needs into the layout folder.");
        }
    }

    private static LayoutRejectedException Refused(string file, int? line, string message, string hint) =>
        new([new TypesettingDiagnostic(DiagnosticSeverity.Error, message) { Hints = [hint], File = file, Line = line }]);

    /// <param name="files">In the order that counts.</param>
    internal static string HashOf(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files)
        {
            // Lengths are part of it: otherwise bytes could move from one file to the next unnoticed.
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{content.Length}\0"));
            hash.AppendData(content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [GeneratedRegex("\"@[A-Za-z0-9_-]+/[A-Za-z0-9_-]*")]
    private static partial Regex PackageName();
}
