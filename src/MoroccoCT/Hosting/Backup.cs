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
        if (Path.Exists(target))
            throw new UsageException($"file: '{target}' exists already. Name a new file, such as one with the date in its name: no backup is written over.");
        var unfinished = $"{target}.{Environment.ProcessId}.part";
        try
        {
            // The place first: it would be a pity to find out after the work that nothing can be written there.
            await using var file = Create(unfinished);
            var manifest = await WriteAsync(data, ledger, file, time.GetUtcNow(), cancellationToken);
            await BackupArchive.ReadAsync(file, _ => Stream.Null, cancellationToken);
            File.Move(unfinished, target, overwrite: false);
            return manifest;
        }
        catch (BackupRefusedException damaged)
        {
            throw new UsageException($"file: '{target}' was not made: what was written could not be read again: {damaged.Message}. Look after the disk.");
        }
        catch (Exception fault) when (LedgerFault.Of(fault) is { } known)
        {
            throw new UsageException($"file: '{target}' was not made: {Reason(fault, known, ledger)}");
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    private static string Reason(Exception fault, LedgerFault known, string ledger) => fault switch
    {
        _ when LedgerFault.IsDiskFull(fault) => $"{known.What}. {known.Advice}",
        LedgerFileException or SqliteException => $"the ledger {ledger}: {known.What}. {known.Advice}",
        _ => $"{known.What}. Name a file in a folder that exists and that you may write to.",
    };

    /// <summary>The keys will be in it: nobody else may read it.</summary>
    private static FileStream Create(string path)
    {
        var onlyForUs = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            onlyForUs.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, onlyForUs);
    }

    private static async Task<BackupManifest> WriteAsync(string data, string ledger, FileStream file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var copy = $"{file.Name}.ledger";
        try
        {
            LedgerCheckup.LookAtFile(ledger);
            Create(copy).Dispose();
            LedgerCopy.Make(ledger, copy);
            var contents = BackupContent.Read(data).ToDictionary(other => other.Name, other => other.Content, StringComparer.Ordinal);
            var copied = await LedgerFileAsync(copy, cancellationToken);
            var others = contents.Select(other => new BackupFile(other.Key, other.Value.LongLength, Convert.ToHexStringLower(SHA256.HashData(other.Value))));
            var manifest = BackupManifest.Of(now, Counters(copy), [copied, .. others]);
            Stream Open(BackupFile entry) => entry == copied ? File.OpenRead(copy) : new MemoryStream(contents[entry.Name]);
            await BackupArchive.WriteAsync(file, manifest, Open, cancellationToken);
            file.Flush(flushToDisk: true);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
        }
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
