using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Storage;

/// <summary>Brings the database to the shape this version needs, and finds out at the start whether it can be written.</summary>
public sealed class LedgerDatabase(
    IDbContextFactory<LedgerContext> contexts, IOptions<LedgerOptions> options, TimeProvider time, ILogger<LedgerDatabase> logger)
{
    /// <summary>Any number will do, as long as nothing else in the database takes the same.</summary>
    private const long MigrationLock = 7_261_126;

    private static readonly TimeSpan lockRetry = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan startRetry = TimeSpan.FromSeconds(2);

    private bool isReady;

    /// <summary>For a service that starts: a PostgreSQL that cannot be reached yet is waited for, with a line in the log for each try.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be used, or not in time.</exception>
    public async Task PrepareInTimeAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!isReady)
        {
            try
            {
                await PrepareAsync(cancellationToken);
            }
            catch (LedgerUnavailableException unavailable) when (unavailable.MayPass && time.GetElapsedTime(start) + startRetry < options.Value.StartTimeout)
            {
                logger.LogWarning(
                    "{Problem} The start waits for it, up to Ledger:StartTimeout ({StartTimeout}); next try in {Seconds} s",
                    unavailable.Message, options.Value.StartTimeout, startRetry.TotalSeconds);
                await Task.Delay(startRetry, time, cancellationToken);
            }
        }
    }

    /// <exception cref="LedgerUnavailableException">Says which place cannot be used, why and what to do.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var ledger = await contexts.CreateDbContextAsync(cancellationToken);
            await (options.Value.IsPostgres ? PreparePostgresAsync(ledger, cancellationToken) : PrepareSqliteAsync(ledger, cancellationToken));
            isReady = true;
        }
        catch (Exception fault) when (LedgerFault.Of(fault) is { } known)
        {
            var told = $"The ledger cannot be used: {options.Value.Place}: {known.What}. {known.Advice}";
            throw new LedgerUnavailableException(told, fault) { MayPass = known.MayPass };
        }
    }

    private async Task PrepareSqliteAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var file = options.Value.File;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (await AloneAsync($"{file}.lock", cancellationToken))
        {
            LedgerCheckup.LookAtFile(file);
            if (!File.Exists(file))
                await MakeFileAsync(file, cancellationToken);
            await ledger.Database.OpenConnectionAsync(cancellationToken);
            await LedgerCheckup.LookThroughAsync(ledger, new FileInfo(file).Length, cancellationToken);
            await ledger.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);

            // A process that was killed while it migrated leaves this row behind, and everybody would wait for it for ever.
            await ledger.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await MigrateAsync(ledger, cancellationToken);
            await LedgerSpace.PrepareAsync(ledger, new FileInfo(file).Length, logger, cancellationToken);
        }
    }

    /// <summary>It has its first page before it has its name: an empty file is always one that was cut off.</summary>
    private static async Task MakeFileAsync(string file, CancellationToken cancellationToken)
    {
        var unfinished = $"{file}.new";
        File.Delete(unfinished);
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = $"{LedgerSpace.OfNewFile}; PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        File.Move(unfinished, file);
    }

    private async Task PreparePostgresAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        // Not through the context, which would try again by itself and say nothing.
        await ledger.Database.GetDbConnection().OpenAsync(cancellationToken);

        // Held by the connection: it ends with the process, whatever happens to that.
        await ledger.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        await MigrateAsync(ledger, cancellationToken);
        await ledger.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellationToken);
    }

    private async Task MigrateAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var known = ledger.Database.GetMigrations().ToList();
        var applied = (await ledger.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw new LedgerUnavailableException(
                $"The ledger cannot be used: {options.Value.Place} was written by a newer version of this program (it has "
                + $"'{unknown}'). Start that version or one after it.");
        if (known.Count > applied.Count)
        {
            await ledger.Database.MigrateAsync(cancellationToken);
            logger.LogInformation("The ledger in {Place} was brought to {Migration}", options.Value.Place, known[^1]);
        }

        await LedgerCheckup.TryOutAsync(ledger, cancellationToken);
    }

    private static async Task<FileStream> AloneAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (FileLock.TryTake(path) is { } held)
                return held;
            await Task.Delay(lockRetry, cancellationToken);
        }
    }
}
