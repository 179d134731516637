using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Retention;

/// <summary>
/// Removes what was kept for its time, a little at each turn. Several processes may do so at once: a row is removed by whoever comes first. One that is
/// killed leaves each request whole or gone.
/// </summary>
internal sealed class RetentionWork(
    LedgerStore store, LivedTime lived, LedgerSpace space, RequestRemoval removal, IOptions<RetentionOptions> options, ILogger<RetentionWork> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Also while nothing is to be removed: whoever turns it on later has a time that was lived through.
        var now = await lived.MoveOnAsync(ledger => NewestAsync(ledger, cancellationToken), cancellationToken);
        if (options.Value.Enabled)
            await RemoveAsync(now, cancellationToken);
        await space.GiveBackAsync(cancellationToken);
    }

    private async Task RemoveAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await store.ReadAsync(
            ledger => Due(ledger, now).OrderBy(request => request.Id).Take(options.Value.Batch).ToListAsync(cancellationToken), cancellationToken);
        var (count, faults) = (0, new List<Exception>());
        foreach (var request in due)
        {
            try
            {
                if (await removal.RemoveAsync(request, Actor.Retention, ledger => Due(ledger, now), cancellationToken))
                    count++;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // What keeps one back is no reason for the others to stay.
                faults.Add(fault);
            }
        }

        if (count > 0)
            logger.LogInformation("{Count} requests were kept for their time and are removed", count);
        if (faults.Count > 0)
            throw new AggregateException($"{faults.Count} of {due.Count} requests could not be removed.", faults);
    }

    /// <summary>
    /// What has ended, is old enough and is nobody's concern any more: not held, nothing of it on its way to anybody, and no edition that is the last of
    /// its schedule – what comes after it refers to that one, and without it it would be made again.
    /// </summary>
    private IQueryable<BriefingRequest> Due(LedgerContext ledger, DateTimeOffset now)
    {
        var (requests, editions) = (now.AddDays(-options.Value.RequestDays), now.AddDays(-options.Value.EditionDays));
        var (all, waiting, deliveries) = (ledger.Requests, ledger.Set<OutboxEntry>(), ledger.Deliveries);
        return all
            .Where(row => row.State == RequestState.Completed || row.State == RequestState.Failed || row.State == RequestState.Cancelled)
            .Where(row => row.HeldAt == null)
            .Where(row => (row.Schedule == null && row.FinishedAt < requests && (row.KeptFrom == null || row.KeptFrom < requests))
                || (row.Schedule != null && row.FinishedAt < editions && (row.KeptFrom == null || row.KeptFrom < editions)
                    && all.Any(later => later.Schedule == row.Schedule && later.IssueDate > row.IssueDate)))
            .Where(row => !waiting.Any(entry => entry.Subject == row.Id))
            .Where(row => !deliveries.Any(delivery => delivery.RequestId == row.Id
                && delivery.State != DeliveryState.Accepted && delivery.State != DeliveryState.Failed
                && delivery.State != DeliveryState.GaveUp && delivery.State != DeliveryState.Uncertain));
    }

    /// <summary>Of a ledger that has no lived time yet, the last sign of life tells more than a clock.</summary>
    private static Task<DateTimeOffset?> NewestAsync(LedgerContext ledger, CancellationToken cancellationToken) =>
        ledger.Requests.OrderByDescending(request => request.Id).Select(request => (DateTimeOffset?)request.CreatedAt).FirstOrDefaultAsync(cancellationToken);
}
