namespace MoroccoCT.Typesetting;

/// <summary>What engines are made of: the host's program with its locked packages, and the fonts. Another setup may set other bytes.</summary>
internal static class EngineSetup
{
    /// <summary>SHA-256 over names and contents, in lower-case hex.</summary>
    public static string HashOf(TypesettingOptions options)
    {
        var host = Path.GetDirectoryName(Path.GetFullPath(options.HostScript))!;
        return LayoutSet.HashOf(
        [
            .. Files(host, "*.mjs", SearchOption.TopDirectoryOnly),
            .. Files(host, "package-lock.json", SearchOption.TopDirectoryOnly),
            // Their licences lie beside them and set nothing.
            .. Files(options.FontsFolder, "*", SearchOption.AllDirectories).Where(file => FontFiles.IsOne(file.Key)),
        ]);
    }

    // A folder that is missing is reported by whoever starts an engine.
    private static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Files(string folder, string pattern, SearchOption depth) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, pattern, depth)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), new ReadOnlyMemory<byte>(File.ReadAllBytes(file))))
            .OrderBy(file => file.Key, StringComparer.Ordinal);
}
