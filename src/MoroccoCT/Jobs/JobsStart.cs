using Hangfire;
using Microsoft.Extensions.Options;
using MoroccoCT.Storage;

namespace MoroccoCT.Jobs;

/// <summary>Picks up what the last run of the service left, makes up for editions that fell due meanwhile, and has both repeated each minute.</summary>
internal sealed class JobsStart(ReconcileJob reconcile, EditionsJob editions, IRecurringJobManager recurring, IOptions<LedgerOptions> ledger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // With PostgreSQL other processes may be at work on what is unfinished here.
        await (ledger.Value.IsPostgres ? reconcile.RunAsync(cancellationToken) : reconcile.RunAtStartAsync(cancellationToken));
        await editions.RunAsync(cancellationToken);
        recurring.AddOrUpdate<ReconcileJob>("reconcile", job => job.RunAsync(CancellationToken.None), Cron.Minutely);

        // Each minute, in UTC, instead of one recurring job with the cron expression of each schedule: in zones such as Africa/Casablanca
        // Hangfire would run an expression that falls into a skipped hour without end.
        recurring.AddOrUpdate<EditionsJob>("editions", job => job.RunAsync(CancellationToken.None), Cron.Minutely);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
