using MoroccoCT.Briefings.Composition;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Telemetry;

namespace MoroccoCT.Delivery;

/// <summary>One try to send one briefing to one recipient, from the last look at who may have it to the record of what became of it.</summary>
internal sealed class DeliverySender(
    DeliveryLedger ledger, DeliveryRules rules, RequestQueries requests, CurrentLibrary library, Carriers carriers, ServiceAddress address,
    TimeProvider time, ILogger<DeliverySender> logger)
{
    /// <param name="taken">As <see cref="DeliveryLedger.TakeAsync"/> gave it to this process.</param>
    /// <param name="cancellationToken">Ends the try; what became of it is recorded all the same.</param>
    public async Task SendAsync(RequestDelivery taken, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(taken.RequestId, Viewer.Everything, cancellationToken) is not { } request)
            return;
        using var span = Spans.GoOn("deliver briefing", request.TraceParent);
        span?.SetTag("moroccoct.request.number", request.Number).SetTag("moroccoct.channel", RequestDeliveryConfiguration.Word(taken.Channel));
        var seen = taken;
        var (result, fault) = await TryAsync(request, taken, HandingOverAsync, cancellationToken);
        var ended = await RecordAsync(seen, request.Number, result, fault, cancellationToken);
        span?.SetTag("moroccoct.delivery.state", RequestDeliveryConfiguration.Word(ended.State));
        if (ended.IsFinal)
            Instruments.Delivered(RequestDeliveryConfiguration.Word(ended.Channel), RequestDeliveryConfiguration.Word(ended.State));
        Log(request, ended);

        async Task<bool> HandingOverAsync(CancellationToken cancel)
        {
            if (await ledger.HandOverAsync(taken, cancel) is not { } mine)
                return false;
            seen = mine;
            return true;
        }
    }

    private async Task<(SendResult Result, DeliveryFault? Fault)> TryAsync(
        BriefingRequest request, RequestDelivery taken, Func<CancellationToken, Task<bool>> handingOver, CancellationToken cancellationToken)
    {
        try
        {
            if (await rules.FaultAsync(request, taken.Recipient, cancellationToken) is { } fault)
                return (Refusal(fault, taken.Address, request), fault);
            if (request is not { State: RequestState.Completed, Sha256: { } sha256 }
                || await requests.DocumentAsync(sha256, cancellationToken) is not { } stored)
                return (Refusal(DeliveryFault.NotFinished, taken.Address, request), DeliveryFault.NotFinished);
            return (await carriers.SendAsync(taken, Document(request, stored), handingOver, cancellationToken), null);
        }
        catch (DocumentDamagedException damaged)
        {
            return (new(SendOutcome.Later, ServerWords.Of(damaged.Message)), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (new(SendOutcome.Interrupted, "the service was stopped"), null);
        }
    }

    private static SendResult Refusal(DeliveryFault fault, string address, BriefingRequest request) =>
        new(SendOutcome.Refused, DeliveryWords.English.Reason(fault, address, request.Order.Marking ?? ""));

    private DeliveredDocument Document(BriefingRequest request, StoredDocument stored)
    {
        var (order, marking) = (request.Order, request.Order.Marking ?? "");
        var title = BriefingTitle.Of(order, library.Snapshot.Library);
        return new(
            request.Number, request.Reference, title, marking, order.Language, request.IssueDate, request.Schedule, request.Period, stored.Sha256, stored.Pages,
            ServiceAddress.Request(address.Public!, request.Number), DocumentName.Of(request.Number, title, order.Language, marking), stored.Content);
    }

    /// <summary>What was accepted must be known as such.</summary>
    private Task<RequestDelivery> RecordAsync(
        RequestDelivery seen, string number, SendResult result, DeliveryFault? fault, CancellationToken cancellationToken) => LedgerPatience.UntilWrittenAsync(
        () => ledger.FinishAsync(seen, number, result, fault, CancellationToken.None),
        away => logger.LogError(
            away, "What became of delivery {DeliveryId} of {Number} ({Outcome}) cannot be recorded just now", seen.Id, number, result.Outcome),
        time,
        cancellationToken);

    /// <summary>Without addresses: those stand in the ledger and the audit.</summary>
    private void Log(BriefingRequest request, RequestDelivery delivery)
    {
        var level = delivery.State is DeliveryState.Failed or DeliveryState.GaveUp or DeliveryState.Uncertain ? LogLevel.Warning : LogLevel.Information;
        logger.Log(
            level, "Delivery {DeliveryId} of {Number} by {Channel}: {State} at attempt {Attempt}", delivery.Id, request.Number, delivery.Channel,
            delivery.State, delivery.Attempts);
    }
}
