using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Storage;

namespace MoroccoCT.Jobs;

/// <summary>
/// Gives back what a killed process held of Hangfire's tables in PostgreSQL. Left alone, a job it had fetched would be served only when
/// nothing newer waits, and a lock it held would stand for ten minutes, or until a clock that was ahead is reached again.
/// </summary>
internal sealed class PostgresQueueCare(LedgerStore store, IOptions<LedgerOptions> options)
{
    /// <summary>A living worker renews its hold on a job each fifth of this; see <see cref="JobsStorage"/>.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    /// <summary>Longer than anything is locked for while its owner lives.</summary>
    public static readonly TimeSpan Lock = TimeSpan.FromSeconds(30);

    /// <summary>More than clocks of several machines differ by.</summary>
    private static readonly TimeSpan ahead = TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken cancellationToken) => options.Value.IsPostgres
        ? store.WriteAsync(
            async ledger =>
            {
                await ledger.Database.ExecuteSqlAsync(
                    $"UPDATE hangfire.jobqueue SET fetchedat = NULL WHERE fetchedat < now() - {Hold} OR fetchedat > now() + {ahead}", cancellationToken);
                return await ledger.Database.ExecuteSqlAsync(
                    $"DELETE FROM hangfire.lock WHERE acquired < now() - {Lock} OR acquired > now() + {ahead}", cancellationToken);
            },
            cancellationToken)
        : Task.CompletedTask;
}
