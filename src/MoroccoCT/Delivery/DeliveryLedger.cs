using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

/// <summary>
/// What may become of a delivery. Each change is compared and set, so that of several processes one sends; what is final is entered in the audit in the
/// same transaction.
/// </summary>
internal sealed class DeliveryLedger(LedgerStore store, AuditTrail audit, IOptions<DeliveryOptions> options, TimeProvider time)
{
    /// <summary>A clock that was set forward shall not end what was hardly tried.</summary>
    private const int FewestAttempts = 3;

    private const string LostWords = "the process that sent it ended, or lost the ledger, after it had begun to hand the mail over";

    private static readonly TimeSpan neverSoLong = DeliveryOptions.LongestPause * (1 + DeliveryPauses.Jitter);

    /// <summary>Takes what is due, oldest first, for this process to send.</summary>
    public async Task<IReadOnlyList<RequestDelivery>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        // What seems to wait for longer than anything does was written while the clock was ahead.
        var (now, never) = (Now(), Now() + neverSoLong);
        var due = await store.ReadAsync(
            ledger => ledger.Deliveries.Where(row => row.State == DeliveryState.Queued && (row.NextAt <= now || row.NextAt > never))
                .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Take(most).ToListAsync(cancellationToken),
            cancellationToken);
        var taken = new List<RequestDelivery>();
        foreach (var seen in due)
        {
            var next = seen with { State = DeliveryState.Sending, Attempts = seen.Attempts + 1, IsHandedOver = false };
            if (await ReplaceAsync(seen, next, cancellationToken) is { } mine)
                taken.Add(mine);
        }

        return taken;
    }

    /// <summary>Written down before the other side is told anything: who finds it so later knows that it may have been taken.</summary>
    /// <returns>Null when it is somebody else's by now, or gone: it must not be sent.</returns>
    public Task<RequestDelivery?> HandOverAsync(RequestDelivery taken, CancellationToken cancellationToken) =>
        ReplaceAsync(taken, taken with { IsHandedOver = true }, cancellationToken);

    /// <summary>Writes down what became of a try.</summary>
    /// <param name="taken">As it was last seen.</param>
    /// <param name="fault">Why it was not even tried.</param>
    public Task<RequestDelivery> FinishAsync(
        RequestDelivery taken, string number, SendResult result, DeliveryFault? fault, CancellationToken cancellationToken)
    {
        var next = Next(taken, result) with { Fault = fault is { } known ? RequestDeliveryConfiguration.Word(known) : null, UpdatedAt = Now() };
        return store.WriteAsync(
            async ledger =>
            {
                if (await DeliveryRows.ReplaceAsync(ledger, taken, next, cancellationToken) is null)
                {
                    var present = await ledger.Deliveries.FirstOrDefaultAsync(row => row.Id == taken.Id, cancellationToken);
                    if (!result.IsAccepted || present is not (null or { State: DeliveryState.Uncertain }))
                        return present ?? next;

                    // Gone with its request, or taken from this process as if it were dead: an answer that came after all is the truth nevertheless.
                    if (present is not null)
                        await DeliveryRows.ReplaceAsync(ledger, present, next, cancellationToken);
                }

                if (next.IsFinal)
                    await audit.AppendAsync(ledger, DeliveryDeeds.Ended(number, next), cancellationToken);
                return next;
            },
            cancellationToken);
    }

    /// <summary>A sign of life for what this process is at work on.</summary>
    public Task BeatAsync(IReadOnlyCollection<Guid> atWork, CancellationToken cancellationToken) => store.WriteAsync(
        ledger => ledger.Deliveries.Where(row => atWork.Contains(row.Id) && row.State == DeliveryState.Sending)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Beat, one => one.Beat + 1), cancellationToken),
        cancellationToken);

    public Task<List<RequestDelivery>> SendingAsync(CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Deliveries.Where(row => row.State == DeliveryState.Sending).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Takes a delivery from a process that is gone. It is sent again unless a mail may have been taken already: nobody gets the same mail twice by
    /// this service's doing. A webhook is called again, with the same id.
    /// </summary>
    public Task<bool> ReclaimAsync(RequestDelivery lost, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            var isUncertain = lost is { IsHandedOver: true, Channel: DeliveryChannel.Mail };
            var next = isUncertain
                ? lost with { State = DeliveryState.Uncertain, Answer = LostWords, FinishedAt = Now(), UpdatedAt = Now() }
                : lost with { State = DeliveryState.Queued, NextAt = Now(), UpdatedAt = Now() };
            var written = await DeliveryRows.ReplaceAsync(ledger, lost, next, cancellationToken);
            if (written is not null && isUncertain)
            {
                var number = await ledger.Requests.Where(request => request.Id == lost.RequestId).Select(request => request.Number)
                    .FirstAsync(cancellationToken);
                await audit.AppendAsync(ledger, DeliveryDeeds.Ended(number, next), cancellationToken);
            }

            return written is not null;
        },
        cancellationToken);

    private RequestDelivery Next(RequestDelivery taken, SendResult result)
    {
        var now = Now();
        var ended = taken with { Answer = result.Words, FinishedAt = now };
        return result.Outcome switch
        {
            SendOutcome.Accepted => ended with { State = DeliveryState.Accepted },
            SendOutcome.Refused => ended with { State = DeliveryState.Failed },
            SendOutcome.Uncertain => ended with { State = DeliveryState.Uncertain },
            SendOutcome.Interrupted => taken with { State = DeliveryState.Queued, Attempts = taken.Attempts - 1, NextAt = now, IsHandedOver = false },
            _ when taken.Attempts >= FewestAttempts && now - taken.CreatedAt >= options.Value.MaxAge => ended with { State = DeliveryState.GaveUp },
            _ => taken with
            {
                State = DeliveryState.Queued,
                Answer = result.Words,
                NextAt = now + DeliveryPauses.After(taken, options.Value.Delays, result.RetryAfter),
                IsHandedOver = false,
            },
        };
    }

    private Task<RequestDelivery?> ReplaceAsync(RequestDelivery seen, RequestDelivery next, CancellationToken cancellationToken) => store.WriteAsync(
        ledger => DeliveryRows.ReplaceAsync(ledger, seen, next with { UpdatedAt = Now() }, cancellationToken), cancellationToken);

    private DateTimeOffset Now() => time.GetUtcNow().InMilliseconds();
}
