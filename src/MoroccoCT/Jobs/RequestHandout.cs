using Microsoft.EntityFrameworkCore;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Jobs;

/// <summary>Gives each request that the outbox names a job of its own: at once, or after the pause that a setback calls for.</summary>
internal sealed class RequestHandout(Outbox outbox, HangfireQueue queue, TimeProvider time, ILogger<RequestHandout> logger) : BackgroundService
{
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A request that is handed out so late has lost its place through no fault of its own.</summary>
    private static readonly TimeSpan late = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isWell = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await outbox.HandOutAsync(RequestRows.JobWanted, (ledger, ids) => GiveJobsAsync(ledger, ids, stoppingToken), stoppingToken) > 0)
                {
                    // Until nothing is due.
                }

                isWell = true;
                await outbox.WaitAsync(RequestRows.JobWanted, lookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                if (isWell)
                    logger.LogError(fault, "Requests cannot be given jobs just now; this is tried again each second");
                isWell = false;
                await Task.Delay(lookEvery, time, stoppingToken);
            }
        }
    }

    private async Task GiveJobsAsync(LedgerContext ledger, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var waiting = await ledger.Requests.Where(request => ids.Contains(request.Id) && request.State == RequestState.Queued)
            .OrderBy(request => request.Id).ToListAsync(cancellationToken);
        foreach (var request in waiting)
        {
            var job = queue.Enqueue(request.Id, QueueOf(request));
            await ledger.Requests.Where(row => row.Id == request.Id && row.Revision == request.Revision)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.JobId, job), cancellationToken);
        }
    }

    private string QueueOf(BriefingRequest request) =>
        request.Attempts > 0 || (request.Schedule is null && request.CreatedAt < time.GetUtcNow() - late) ? HangfireQueue.Again
        : request.Schedule is null ? HangfireQueue.First
        : HangfireQueue.Scheduled;
}
