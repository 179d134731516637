using Microsoft.Extensions.Options;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

/// <summary>Sends what is due, a few deliveries at a time, and takes over what processes left that are gone.</summary>
internal sealed class DeliveryWork(
    Outbox outbox, DeliveryHandout handout, DeliveryLedger deliveries, DeliverySender sender, DeliveryCare care, IOptions<DeliveryOptions> options,
    IOptions<LedgerOptions> ledger, TimeProvider time, ILogger<DeliveryWork> logger) : BackgroundService
{
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>For what is on its way when the service stops; shorter than a host gives its services.</summary>
    private static readonly TimeSpan drain = TimeSpan.FromSeconds(15);

    /// <summary>Touched by the loop alone.</summary>
    private readonly Dictionary<Guid, Task> atWork = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopped = new CancellationTokenSource();
        var isWell = true;

        // In an SQLite file nobody else can be at work: whatever is on its way was left by a process that is gone.
        var isAlone = !ledger.Value.IsPostgres;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await care.LookAsync([.. atWork.Keys], isAlone, stoppingToken);
                isAlone = false;
                await handout.RunAsync(stoppingToken);
                await BeginAsync(stoppingToken, stopped.Token);
                isWell = true;
                await outbox.WaitAsync(RequestRows.DeliveryWanted, lookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                if (isWell)
                    logger.LogError(fault, "Nothing can be sent just now; this is tried again each second");
                isWell = false;
                await Task.Delay(lookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        stopped.CancelAfter(drain);
        await Task.WhenAll(atWork.Values);
    }

    private async Task BeginAsync(CancellationToken stopping, CancellationToken stopped)
    {
        foreach (var (id, _) in atWork.Where(one => one.Value.IsCompleted).ToList())
            atWork.Remove(id);
        if (options.Value.Parallel - atWork.Count is > 0 and var free)
        {
            foreach (var taken in await deliveries.TakeAsync(free, stopping))
                atWork[taken.Id] = SendAsync(taken, stopped);
        }
    }

    private async Task SendAsync(RequestDelivery taken, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(taken, cancellationToken);
        }
        catch (Exception fault)
        {
            // It stays as it is in the ledger until it is taken over, as that of a process that is gone.
            logger.LogError(fault, "Delivery {DeliveryId} ended without a result", taken.Id);
        }
        finally
        {
            outbox.Announce();
        }
    }
}
