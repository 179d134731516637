using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Library;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Delivery;

/// <summary>A process that sends, step by step as a test wants it. Several on one database stand for several processes.</summary>
internal sealed record DeliveryProcess(LedgerProcess Process) : IAsyncDisposable
{
    public static Actor Amina { get; } = new(Doors.Form, "Amina", Guid.Parse("0190aaaa-0000-7000-8000-000000000001"), "192.0.2.7");

    public DeliveryLedger Rows => Get<DeliveryLedger>();

    public Deliveries Deliveries => Get<Deliveries>();

    public static Task<DeliveryProcess> StartAsync(
        string connectionString, FakeTimeProvider time, params IEnumerable<KeyValuePair<string, string?>> settings) =>
        StartAsync(library: null, connectionString, time, settings);

    /// <param name="library">One that changes; null takes the one that ships.</param>
    public static async Task<DeliveryProcess> StartAsync(
        CurrentLibrary? library, string connectionString, FakeTimeProvider time, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var all = new Dictionary<string, string?>(settings) { ["Ledger:ConnectionString"] = connectionString };
        var process = LedgerProcess.Create(all, time, (services, configuration) =>
        {
            services.AddSingleton(new ServiceAddress(new("https://briefings.example")));
            if (library is not null)
                services.Replace(ServiceDescriptor.Singleton(library));
            services.AddSchedules(configuration).AddDelivery(configuration).AddDeliveryWork().AddCertainty(configuration);
        });
        await process.Database.PrepareAsync(default);
        return new(process);
    }

    public T Get<T>()
        where T : notnull => Process.Get<T>();

    /// <summary>A finished request that goes to somebody.</summary>
    public async Task<BriefingRequest> FinishAsync(string? marking = null, params IReadOnlyList<Recipient> to)
    {
        var order = LedgerProcess.Order with { Marking = marking ?? "TLP:CLEAR" };
        var request = await Process.Ledger.SubmitAsync(order, new(new(Doors.Api)) { DeliverTo = to });
        return await Process.Ledger.FinishAsync(request, content: $"%PDF {request.Number}", fingerprint: $"f{request.Number}");
    }

    /// <summary>All that is due, once each.</summary>
    public async Task SendAsync()
    {
        await Get<DeliveryHandout>().RunAsync(default);
        while (await Rows.TakeAsync(10, default) is { Count: > 0 } taken)
            await Task.WhenAll(taken.Select(one => Get<DeliverySender>().SendAsync(one, default)));
    }

    public Task LookAsync(params IReadOnlyCollection<Guid> atWork) => Get<DeliveryCare>().LookAsync(atWork, isAlone: false, default);

    public async Task<RequestDelivery> OnlyAsync(BriefingRequest request) => (await Deliveries.ListAsync(request.Id, default)).ShouldHaveSingleItem();

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string what) => [.. (await Process.AuditAsync()).Where(entry => entry.What == what)];

    public async Task<int> WantedAsync()
    {
        await using var context = await Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        return await context.Set<OutboxEntry>().CountAsync(entry => entry.Kind == RequestRows.DeliveryWanted);
    }

    /// <summary>Changes a byte of every document, as a failing disk does.</summary>
    public async Task DamageAsync()
    {
        await using var context = await Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        await context.Set<StoredDocument>().ExecuteUpdateAsync(row => row.SetProperty(document => document.Content, "%PDX"u8.ToArray()));
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
