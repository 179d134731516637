namespace MoroccoCT.Hosting;

/// <summary>What of a data folder belongs into a backup: the ledger, the settings, the keys and the desk's own library.</summary>
internal static class BackupContent
{
    public const string Ledger = "ledger.db";
    public const string Keys = "keys";
    public const string Library = "library";

    /// <summary>The files and folders directly in the data folder, in the order in which a restore puts them there.</summary>
    public static readonly IReadOnlyList<string> Names = [Ledger, Settings.OperatorFile, Keys, Library];

    private static readonly EnumerationOptions plainFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>Whether this is the name of a file that a backup may hold; none leads out of the data folder.</summary>
    public static bool Has(string name) => name is Ledger or Settings.OperatorFile
        || (name.Split('/') is [Keys or Library, _, ..] parts
            && parts.All(part => part is not ("" or "." or "..") && !part.Any(letter => letter is '\\' or ':' || char.IsControl(letter)))
            && (parts[0] == Library || parts.Length == 2));

    /// <summary>All but the ledger, read at once: they are small, and what is told of them must be true of what is written. Links are left out.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(string data)
    {
        var files = new[] { Path.Combine(data, Settings.OperatorFile) }.Where(File.Exists)
            .Concat(new[] { Keys, Library }.Select(name => Path.Combine(data, name)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", plainFiles)));
        return
        [
            .. files.Select(file => (Name: Path.GetRelativePath(data, file).Replace('\\', '/'), Path: file))
                .Where(file => Has(file.Name))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => (file.Name, File.ReadAllBytes(file.Path))),
        ];
    }
}
