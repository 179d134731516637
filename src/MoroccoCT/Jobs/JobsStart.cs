using Hangfire;
using Microsoft.Extensions.Options;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;

namespace MoroccoCT.Jobs;

/// <summary>Picks up what the last run of the service left, and makes up for editions that fell due meanwhile.</summary>
internal sealed class JobsStart(
    Reconciling reconciling, EditionMaker editions, IRecurringJobManager recurring, IOptions<LedgerOptions> ledger, ILogger<JobsStart> logger) : IHostedService
{
    /// <summary>Recurring jobs that earlier versions left in PostgreSQL; their work is done by <see cref="MinuteWork"/>.</summary>
    private static readonly string[] retired = ["reconcile", "editions"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PickUpAsync(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // A database that went away in this moment is no reason not to start: periodic work does the same within a minute.
            logger.LogError(fault, "What the last run left could not be picked up just now");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PickUpAsync(CancellationToken cancellationToken)
    {
        // With PostgreSQL other processes may be at work on what is unfinished here.
        await (ledger.Value.IsPostgres ? reconciling.RunAsync(cancellationToken) : reconciling.RunAtStartAsync(cancellationToken));
        await editions.MakeMissingAsync(cancellationToken);
        foreach (var job in retired)
            recurring.RemoveIfExists(job);
    }
}
