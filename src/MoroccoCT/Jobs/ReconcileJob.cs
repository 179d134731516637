using Hangfire;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>Closes the gap between ledger and jobs: unfinished requests without a live job get a new one.</summary>
internal sealed class ReconcileJob(RequestLedger ledger, HangfireQueue queue, ILogger<ReconcileJob> logger)
{
    /// <summary>A row so young may be on its way to its job, or in work at a process that has no jobs.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(15);

    [JobDisplayName("Give unfinished requests a job")]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(grace, cancellationToken);

    /// <summary>At the start, with jobs kept in memory: whatever is unfinished was left by a process that is gone.</summary>
    public Task RunAtStartAsync(CancellationToken cancellationToken) => RunAsync(TimeSpan.Zero, cancellationToken);

    private async Task RunAsync(TimeSpan unchangedFor, CancellationToken cancellationToken)
    {
        var lost = (await ledger.UnfinishedAsync(unchangedFor, cancellationToken)).Where(request => request.JobId is null || !queue.IsLive(request.JobId, request.Id)).ToList();
        if (lost.Count > 0)
            logger.LogInformation("{Count} unfinished requests had no job; {Enqueued} were enqueued again", lost.Count, await ledger.RequeueAsync(lost, cancellationToken));
    }
}
