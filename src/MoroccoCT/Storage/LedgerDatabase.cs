using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Storage;

/// <summary>Brings the database to the shape this version needs, and finds out at the start whether it can be written.</summary>
public sealed class LedgerDatabase(IDbContextFactory<LedgerContext> contexts, IOptions<LedgerOptions> options, ILogger<LedgerDatabase> logger)
{
    /// <summary>Any number will do, as long as nothing else in the database takes the same.</summary>
    private const long MigrationLock = 7_261_126;

    private static readonly TimeSpan lockRetry = TimeSpan.FromMilliseconds(100);

    /// <exception cref="LedgerUnavailableException">Says which place cannot be used, why and what to do.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var ledger = await contexts.CreateDbContextAsync(cancellationToken);
            await (options.Value.IsPostgres ? PreparePostgresAsync(ledger, cancellationToken) : PrepareSqliteAsync(ledger, cancellationToken));
        }
        catch (Exception fault) when (Cause(fault) is { } cause)
        {
            var advice = options.Value.IsPostgres
                ? "Check the setting Ledger:ConnectionString, that the database exists and that its user may create tables"
                : "Name a folder that this user may write to with --data or the setting Ledger:DataFolder";
            throw new LedgerUnavailableException($"The ledger cannot be used: {options.Value.Place}: {cause.Message.TrimEnd('.')}. {advice}.", fault);
        }
    }

    /// <summary>What the database or the file system said, below what was wrapped around it; null for any other fault.</summary>
    private static Exception? Cause(Exception? fault) => fault is null or DbException or IOException or UnauthorizedAccessException ? fault : Cause(fault.InnerException);

    private async Task PrepareSqliteAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var file = options.Value.File;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (await AloneAsync($"{file}.lock", cancellationToken))
        {
            if (!File.Exists(file))
                await File.WriteAllBytesAsync(file, [], cancellationToken);
            await ledger.Database.OpenConnectionAsync(cancellationToken);
            await ledger.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

            // A process that was killed while it migrated leaves this row behind, and everybody would wait for it for ever.
            await ledger.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await MigrateAsync(ledger, cancellationToken);
        }
    }

    private async Task PreparePostgresAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        // Held by the connection: it ends with the process, whatever happens to that.
        await ledger.Database.OpenConnectionAsync(cancellationToken);
        await ledger.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        await MigrateAsync(ledger, cancellationToken);
        await ledger.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellationToken);
    }

    private async Task MigrateAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var known = ledger.Database.GetMigrations().ToList();
        var applied = (await ledger.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw new LedgerUnavailableException($"The ledger cannot be used: {options.Value.Place} was written by a newer version of this program (it has '{unknown}'). Start that version or one after it.");
        if (known.Count > applied.Count)
        {
            await ledger.Database.MigrateAsync(cancellationToken);
            logger.LogInformation("The ledger in {Place} was brought to {Migration}", options.Value.Place, known[^1]);
        }

        // Changes no row, but fails where nothing can be written.
        await ledger.Database.ExecuteSqlAsync($"UPDATE counters SET value = value WHERE name = ''", cancellationToken);
    }

    /// <summary>A file that one process at a time can hold; the system lets go of it when that process ends.</summary>
    private static async Task<FileStream> AloneAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (IsHeld(fault))
            {
                await Task.Delay(lockRetry, cancellationToken);
            }
        }
    }

    /// <summary>EAGAIN of Linux and macOS, the sharing and lock violations of Windows.</summary>
    private static bool IsHeld(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
