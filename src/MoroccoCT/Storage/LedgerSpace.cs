using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Storage;

/// <summary>
/// Gives back to the disk what an SQLite ledger no longer needs, a little at a time, so that nobody waits for it. PostgreSQL does so by itself.
/// </summary>
internal sealed class LedgerSpace(LedgerStore store, IOptions<LedgerOptions> options)
{
    /// <summary>The mode in which SQLite can give back a part.</summary>
    private const long Incremental = 2;

    /// <summary>In bytes. A larger file that an earlier version made is not made anew at the start, which would take its time and as much room again.</summary>
    private const long LargestRewrite = 512L << 20;

    /// <summary>Pages that are given back in one transaction: about four megabytes.</summary>
    private const int Step = 1000;

    /// <summary>Pages that stay for what is written next.</summary>
    private const int Spare = 250;

    /// <summary>For a new file, before anything is in it.</summary>
    public const string OfNewFile = "PRAGMA auto_vacuum = INCREMENTAL";

    /// <summary>Once, at a start: makes a file of an earlier version able to give back a part. What cannot be made so is used on as it is.</summary>
    public static async Task PrepareAsync(LedgerContext ledger, long size, ILogger logger, CancellationToken cancellationToken)
    {
        if (await AskAsync(ledger, "PRAGMA auto_vacuum", cancellationToken) == Incremental)
            return;
        if (size > LargestRewrite)
        {
            logger.LogInformation(
                "The ledger's file was made by an earlier version and is large: it uses its free room again, and gives none back to the disk. "
                + "docs/retention.md says how to change that");
            return;
        }

        try
        {
            await ledger.Database.ExecuteSqlRawAsync(OfNewFile, cancellationToken);
            await ledger.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        }
        catch (SqliteException fault)
        {
            logger.LogWarning(fault, "The ledger's file could not be made to give free room back to the disk; it uses that room again");
        }
    }

    /// <summary>Gives back what is free, but for a little. Others have their turn after each step.</summary>
    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsPostgres || await AskAsync("PRAGMA auto_vacuum", cancellationToken) != Incremental)
            return;
        var isAny = false;
        while (await AskAsync("PRAGMA freelist_count", cancellationToken) - Spare is > 0 and var free)
        {
            isAny = true;
            var pages = Math.Min(free, Step);
            await store.WriteAsync(ledger => AskAsync(ledger, $"PRAGMA incremental_vacuum({pages})", cancellationToken), cancellationToken);
        }

        // The file itself becomes shorter when the log is written into it; whoever reads is not waited for.
        if (isAny)
            await AskAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellationToken);
    }

    private Task<long> AskAsync(string pragma, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => AskAsync(ledger, pragma, cancellationToken), cancellationToken);

    /// <summary>Reads to the end: a pragma works while it is read.</summary>
    private static async Task<long> AskAsync(LedgerContext ledger, string pragma, CancellationToken cancellationToken)
    {
        await ledger.Database.OpenConnectionAsync(cancellationToken);
        await using var command = ledger.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        command.Transaction = ledger.Database.CurrentTransaction?.GetDbTransaction();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        long? first = null;
        while (await rows.ReadAsync(cancellationToken))
            first ??= rows.GetInt64(0);
        return first ?? 0;
    }
}
