using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Telemetry;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Hosting;

/// <summary>What stands in the ledger and in the engines at this moment. The ledger is asked each 15 seconds, however often anybody asks here.</summary>
internal sealed class LedgerGauges : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(15);

    /// <summary>An edition takes seconds. One that is not there after so long is late.</summary>
    private static readonly TimeSpan late = TimeSpan.FromMinutes(15);

    private readonly LedgerStore store;
    private readonly TimeProvider time;
    private readonly Meter meter = new(Spans.Source);

    /// <summary>Null until the ledger has answered, and while it does not: an old number would pass for a new one.</summary>
    private volatile Numbers? numbers;

    public LedgerGauges(LedgerStore store, EnginePool engines, TimeProvider time)
    {
        (this.store, this.time) = (store, time);
        Gauge("moroccoct.requests.unfinished", "{request}", "Requests that wait or are in work.", "state",
            now => [("queued", now.Queued), ("rendering", now.Rendering)]);
        Gauge("moroccoct.requests.oldest_wait", "s", "How long the request waits that waits longest.", now => now.OldestWait);
        Gauge("moroccoct.deliveries.unfinished", "{delivery}", "Deliveries that wait or are sent.", "state",
            now => [("queued", now.Waiting), ("sending", now.Sending)]);
        Gauge("moroccoct.editions.late", "{edition}", "Editions that are not finished 15 minutes after a schedule made them.", now => now.Late);
        meter.CreateObservableGauge(
            "moroccoct.engines",
            () => new[] { ("busy", engines.Counters.Busy), ("idle", engines.Counters.Idle) }.Select(one => Labelled<long>(one.Item2, "state", one.Item1)),
            "{engine}", "Engine processes.");
        meter.CreateObservableGauge(
            "moroccoct.engines.waiting", () => engines.Counters.Waiting, "{document}", "Documents and previews that wait for an engine.");
        meter.CreateObservableCounter("moroccoct.engines.started", () => engines.Counters.Started, "{engine}", "Engine processes started.");
        meter.CreateObservableCounter(
            "moroccoct.engines.ended",
            () => new[] { ("failed", engines.Counters.Failed), ("worn", engines.Counters.Recycled) }.Select(one => Labelled(one.Item2, "reason", one.Item1)),
            "{engine}", "Engine processes that failed or were worn and replaced.");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            do
            {
                numbers = await TryReadAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task<Numbers?> TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(ledger => ReadAsync(ledger, cancellationToken), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Health tells of it, and why.
            return null;
        }
    }

    private async Task<Numbers> ReadAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var tooOld = now - late;
        var states = await ledger.Unfinished.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        var deliveries = await ledger.Deliveries.Where(row => row.State == DeliveryState.Queued || row.State == DeliveryState.Sending)
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        var oldest = await ledger.Requests.Where(row => row.State == RequestState.Queued).OrderBy(row => row.Id)
            .Select(row => (DateTimeOffset?)row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return new(
            states.GetValueOrDefault(RequestState.Queued), states.GetValueOrDefault(RequestState.Rendering),
            oldest is { } since && since < now ? (now - since).TotalSeconds : 0,
            deliveries.GetValueOrDefault(DeliveryState.Queued), deliveries.GetValueOrDefault(DeliveryState.Sending),
            await ledger.Unfinished.CountAsync(row => row.Schedule != null && row.CreatedAt < tooOld, cancellationToken));
    }

    private void Gauge(string name, string unit, string meaning, Func<Numbers, double> value) => meter.CreateObservableGauge(
        name, () => numbers is { } now ? [new Measurement<double>(value(now))] : Array.Empty<Measurement<double>>(), unit, meaning);

    private void Gauge(string name, string unit, string meaning, string label, Func<Numbers, (string Label, int Value)[]> values) =>
        meter.CreateObservableGauge(
            name, () => numbers is { } now ? values(now).Select(one => Labelled<long>(one.Value, label, one.Label)) : [], unit, meaning);

    private static Measurement<T> Labelled<T>(T value, string label, string word)
        where T : struct => new(value, new KeyValuePair<string, object?>(label, word));

    private sealed record Numbers(int Queued, int Rendering, double OldestWait, int Waiting, int Sending, int Late);
}
