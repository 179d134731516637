using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using MoroccoCT.Storage;
using Npgsql;

namespace MoroccoCT.Jobs;

/// <summary>Where Hangfire keeps its jobs: beside a ledger in PostgreSQL, otherwise in memory, since the ledger can give every job anew.</summary>
internal static class JobsStorage
{
    /// <summary>Any number that nothing else in the database locks.</summary>
    private const long PreparingLock = 20161028;

    public static JobStorage Create(LedgerOptions ledger) => ledger.IsPostgres ? Postgres(ledger.ConnectionString!) : Memory();

    /// <summary>Ids that no earlier run of the service gave: the ledger remembers them.</summary>
    private static InMemoryStorage Memory() => new(new() { IdType = InMemoryStorageIdType.Guid });

    private static PostgreSqlStorage Postgres(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            // A new job is announced by NOTIFY. Polling is for announcements that were missed.
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(2),

            // Renewed while a job runs, so that a long one is not run twice and a dead worker's comes back within a minute.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = PostgresQueueCare.Hold,
            DistributedLockTimeout = PostgresQueueCare.Lock,

            // The ledger is opened before and says what is wrong with the database; no need to wait and try here.
            StartupConnectionMaxRetries = 1,
            StartupConnectionBaseDelay = TimeSpan.FromMilliseconds(100),
            PrepareSchemaIfNecessary = !IsPrepared(connectionString),
        };
        return new(new NpgsqlConnectionFactory(connectionString, options), options);
    }

    /// <summary>
    /// Creates Hangfire's tables while no other process does: two that did it in the same second would fail on each other's tables, try
    /// again and fill the log.
    /// </summary>
    /// <returns>False when the database is away: Hangfire then does it as soon as it is back.</returns>
    private static bool IsPrepared(string connectionString)
    {
        try
        {
            // Closing the connection gives the lock back; a pooled one would keep it.
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
            connection.Open();
            using var preparing = new NpgsqlCommand($"SELECT pg_advisory_lock({PreparingLock})", connection);
            preparing.ExecuteNonQuery();
            PostgreSqlObjectsInstaller.Install(connection);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
