using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>Puts everything that must survive into one file, while the service runs.</summary>
internal static class Backup
{
    /// <param name="data">Full path of the data folder.</param>
    /// <param name="ledger">The ledger's file, wherever the settings put it.</param>
    /// <param name="target">A file that does not exist yet. It appears whole, or not at all.</param>
    /// <exception cref="UsageException">It cannot be made; says why and what to do.</exception>
    public static async Task<BackupManifest> MakeAsync(string data, string ledger, string target, TimeProvider time, CancellationToken cancellationToken)
    {
        var copy = $"{target}.{Environment.ProcessId}.ledger";
        var unfinished = $"{target}.{Environment.ProcessId}.part";
        try
        {
            if (Path.Exists(target))
                throw new UsageException($"file: '{target}' exists already. Name a new file, such as one with the date in its name: a backup never writes over another.");
            LedgerCheckup.LookAtFile(ledger);
            LedgerCopy.Make(ledger, copy);
            var manifest = await WriteAsync(data, copy, unfinished, time.GetUtcNow(), cancellationToken);
            await using (var written = File.OpenRead(unfinished))
                await BackupArchive.ReadAsync(written, _ => Stream.Null, cancellationToken);
            File.Move(unfinished, target, overwrite: false);
            return manifest;
        }
        catch (BackupRefusedException damaged)
        {
            throw new UsageException($"file: '{target}' was not made: what was written could not be read again: {damaged.Message}. Look after the disk.");
        }
        catch (Exception fault) when (LedgerFault.Of(fault) is { } known)
        {
            var advice = fault is LedgerFileException or SqliteException ? known.Advice : "Name a file in a folder that exists and that you may write to.";
            throw new UsageException($"file: '{target}' was not made: {(fault is LedgerFileException or SqliteException ? $"the ledger {ledger}: " : "")}{known.What}. {advice}");
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    private static async Task<BackupManifest> WriteAsync(string data, string copy, string unfinished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var contents = BackupContent.Read(data).ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal);
        var ledger = await LedgerFileAsync(copy, cancellationToken);
        var others = contents.Select(file => new BackupFile(file.Key, file.Value.LongLength, Convert.ToHexStringLower(SHA256.HashData(file.Value))));
        var manifest = BackupManifest.Of(now, Counters(copy), [ledger, .. others]);

        // The keys are in it: nobody else may read it.
        var only = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(unfinished, only);
        await BackupArchive.WriteAsync(file, manifest, entry => entry == ledger ? File.OpenRead(copy) : new MemoryStream(contents[entry.Name]), cancellationToken);
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<BackupFile> LedgerFileAsync(string copy, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(copy);
        return new(BackupContent.Ledger, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
    }

    private static IReadOnlyDictionary<string, long> Counters(string copy)
    {
        using var ledger = LedgerCopy.Open(copy, SqliteOpenMode.ReadOnly);
        return LedgerCopy.Counters(ledger);
    }
}
