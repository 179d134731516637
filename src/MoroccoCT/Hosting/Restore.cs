using Microsoft.Data.Sqlite;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>What a restore did.</summary>
/// <param name="Counters">The number of each series after which numbers go on.</param>
/// <param name="Replaced">The folder with what was there before; null when there was nothing.</param>
internal sealed record Restored(BackupManifest Backup, IReadOnlyDictionary<string, long> Counters, string? Replaced);

/// <summary>Puts a backup in the place of what is in the data folder: written beside, checked, and only then moved.</summary>
internal static class Restore
{
    private const int SqliteBusy = 5;

    /// <param name="data">Full path of the data folder.</param>
    /// <param name="readSettings">Reads the settings as a service would with the given folder as its data folder.</param>
    /// <exception cref="UsageException">It cannot be done, and nothing was changed; says why and what to do.</exception>
    public static async Task<Restored> RunAsync(
        string file, string data, Func<string, LedgerOptions> readSettings, TimeProvider time, CancellationToken cancellationToken)
    {
        using var alone = ServiceLock.Take(data, "Stop the service first.");
        var staged = Path.Combine(data, ".restore");
        try
        {
            PendingRestore.Finish(data);
            Clear(staged);
            var manifest = await StageAsync(file, staged, cancellationToken);
            RefuseOtherPlace(readSettings(staged), staged);
            var now = time.GetUtcNow();
            var counters = RestoredLedger.Prepare(Path.Combine(staged, BackupContent.Ledger), manifest.Created, CountersToReplace(data), now);
            PendingRestore.Begin(data, staged, now);
            return new(manifest, counters, PendingRestore.Finish(data));
        }
        catch (BackupRefusedException refused)
        {
            throw new UsageException($"file: '{file}' cannot be restored: {refused.Message}. Nothing was changed.");
        }
        catch (Exception fault) when (LedgerFault.Of(fault) is { } known)
        {
            throw new UsageException(LedgerFault.IsDiskFull(fault)
                ? $"file: '{file}' cannot be restored: the disk of '{data}' is full. Free space there, then try again."
                : $"file: '{file}' cannot be restored to '{data}': {known.What}.");
        }
        finally
        {
            Clear(staged);
        }
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<BackupManifest> StageAsync(string file, string staged, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(staged);
        await using var archive = File.OpenRead(file);
        var manifest = await BackupArchive.ReadAsync(archive, Create, cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(staged, BackupManifest.FileName), manifest.Write(), cancellationToken);
        return manifest;

        Stream Create(BackupFile entry) =>
            DurableFile.Create(Path.Combine(staged, entry.Name), isSecret: entry.Name.StartsWith($"{BackupContent.Keys}/", StringComparison.Ordinal));
    }

    private static void RefuseOtherPlace(LedgerOptions settings, string staged)
    {
        if (settings.IsPostgres || settings.File != Path.Combine(staged, BackupContent.Ledger))
            throw new BackupRefusedException(
                $"with its settings and those of the environment the ledger is not in the data folder but in {settings.Place}. Take "
                + "Ledger:ConnectionString away, or copy that file by hand");
    }

    /// <summary>As far as the ledger that is there can still be read. Nobody may have it open: what he writes would be lost.</summary>
    private static IReadOnlyDictionary<string, long> CountersToReplace(string data)
    {
        var file = Path.Combine(data, BackupContent.Ledger);
        if (!File.Exists(file))
            return new Dictionary<string, long>();
        try
        {
            using var ledger = LedgerCopy.Open(file, SqliteOpenMode.ReadWrite);

            // It takes the log in, and fails while anybody else has the file open.
            LedgerCopy.Execute(ledger, "PRAGMA journal_mode = DELETE");
            return LedgerCopy.Counters(ledger);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SqliteBusy)
        {
            throw new UsageException($"--data: Another command is using the ledger in '{data}'. Wait until it has ended.");
        }
        catch (SqliteException)
        {
            // It is damaged, which may be why there is a restore.
            return new Dictionary<string, long>();
        }
    }

    /// <summary>Written through to the disk when it is closed: a power cut after the last step must find the whole of it.</summary>
    private sealed class DurableFile(string path, FileStreamOptions options) : FileStream(path, options)
    {
        /// <param name="isSecret">Whether nobody but this user may read it.</param>
        public static DurableFile Create(string path, bool isSecret)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (isSecret && !OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(path, options);
        }

        public override async ValueTask DisposeAsync()
        {
            Flush(flushToDisk: true);
            await base.DisposeAsync();
        }
    }
}
