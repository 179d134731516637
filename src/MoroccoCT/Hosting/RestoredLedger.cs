using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>Makes a ledger from a backup ready to go on where another one ended that nobody has any more.</summary>
internal static class RestoredLedger
{
    /// <summary>Numbers that are skipped in each series: more than a desk issues between two backups.</summary>
    public const long Reserve = 1000;

    private const string SetCounter = "INSERT INTO counters (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    /// <param name="file">The ledger from the backup.</param>
    /// <param name="replaced">The last numbers of the ledger that it replaces, as far as that can still be read.</param>
    /// <returns>The number of each series after which numbers go on.</returns>
    /// <exception cref="LedgerFileException">It is damaged.</exception>
    /// <exception cref="BackupRefusedException">A newer version wrote it.</exception>
    public static IReadOnlyDictionary<string, long> Prepare(string file, DateTimeOffset created, IReadOnlyDictionary<string, long> replaced, DateTimeOffset now)
    {
        using var ledger = LedgerCopy.Open(file, SqliteOpenMode.ReadWrite);
        LedgerCopy.Check(ledger);
        RefuseNewer(ledger);
        var counters = Skip(LedgerCopy.Counters(ledger), created, replaced, now);
        foreach (var (series, last) in counters)
            LedgerCopy.Execute(ledger, SetCounter, ("$name", series), ("$value", last));

        // What fell due since the backup may have been issued: it is not made again under the same number by itself.
        LedgerCopy.Execute(ledger, "UPDATE schedules SET since = $now", ("$now", now.ToUnixTimeMilliseconds()));
        return counters;
    }

    private static Dictionary<string, long> Skip(
        IReadOnlyDictionary<string, long> backedUp, DateTimeOffset created, IReadOnlyDictionary<string, long> replaced, DateTimeOffset now)
    {
        // A series begins with each year: those that began since the backup are not in it. The desk's calendar may be a day away from ours.
        var years = Enumerable.Range(created.AddDays(-1).Year, Math.Max(0, now.AddDays(1).Year - created.AddDays(-1).Year) + 1);
        var begun = years.Select(year => year.ToString("D4", CultureInfo.InvariantCulture)).SelectMany(year => new[] { $"MCT-{year}", $"MCT-D-{year}" });
        return backedUp.Keys.Concat(replaced.Keys).Concat(begun).Distinct()
            .ToDictionary(series => series, series => Math.Max(backedUp.GetValueOrDefault(series), replaced.GetValueOrDefault(series)) + Reserve);
    }

    private static void RefuseNewer(SqliteConnection ledger)
    {
        using var known = new LedgerContextFactory().CreateDbContext([]);
        using var command = ledger.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        using var applied = command.ExecuteReader();
        var ours = known.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        while (applied.Read())
        {
            if (!ours.Contains(applied.GetString(0)))
                throw new BackupRefusedException(
                    $"its ledger was written by a newer version of this program (it has '{applied.GetString(0)}'). Use that version or "
                    + "one after it");
        }
    }
}
