using System.Globalization;

namespace MoroccoCT.Hosting;

/// <summary>
/// The last step of a restore: files change places by being renamed. It begins with the renaming of one folder, and whoever takes the
/// data folder next, after a power cut too, goes on from there; so there is never half a restore.
/// </summary>
internal static class PendingRestore
{
    private const string Prefix = "restore-pending-";
    private const string Replaced = "replaced-";

    /// <summary>Files of SQLite that belong to the ledger beside them.</summary>
    private static readonly string[] besideLedger = [$"{BackupContent.Ledger}-wal", $"{BackupContent.Ledger}-shm", $"{BackupContent.Ledger}-journal"];

    /// <summary>From here on it is done, whatever happens.</summary>
    /// <param name="staged">A folder in the data folder with all that is to be restored, and its manifest.</param>
    public static void Begin(string data, string staged, DateTimeOffset now) =>
        Directory.Move(staged, Path.Combine(data, $"{Prefix}{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}"));

    /// <summary>Finishes what was begun, if anything was.</summary>
    /// <returns>The folder with what was replaced; null when nothing was.</returns>
    public static string? Finish(string data)
    {
        string? aside = null;
        foreach (var pending in Directory.EnumerateDirectories(data, $"{Prefix}*").Order(StringComparer.Ordinal).ToList())
        {
            aside = Path.Combine(data, $"{Replaced}{Path.GetFileName(pending)[Prefix.Length..]}");
            Finish(data, pending, aside);
        }

        return Directory.Exists(aside) ? aside : null;
    }

    private static void Finish(string data, string pending, string aside)
    {
        Directory.CreateDirectory(aside);
        var manifest = BackupManifest.Read(File.ReadAllBytes(Path.Combine(pending, BackupManifest.FileName)));
        var restored = manifest.Files.Select(file => file.Name.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        if (File.Exists(Path.Combine(pending, BackupContent.Ledger)))
            besideLedger.ToList().ForEach(name => Move(data, aside, name));
        foreach (var name in BackupContent.Names)
        {
            // What is restored and no longer waits is in its place already.
            if (restored.Contains(name) && !Path.Exists(Path.Combine(pending, name)))
                continue;
            Move(data, aside, name);
            Move(pending, data, name);
        }

        Directory.Delete(pending, recursive: true);
        if (!Directory.EnumerateFileSystemEntries(aside).Any())
            Directory.Delete(aside);
    }

    private static void Move(string from, string to, string name)
    {
        var source = Path.Combine(from, name);
        if (Directory.Exists(source))
            Directory.Move(source, Path.Combine(to, name));
        else if (File.Exists(source))
            File.Move(source, Path.Combine(to, name));
    }
}
