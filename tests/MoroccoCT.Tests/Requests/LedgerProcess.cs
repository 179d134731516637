using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Requests;

/// <summary>What one process has of a ledger: its own services and connections. Several on one database stand for several processes.</summary>
internal sealed class LedgerProcess : IAsyncDisposable
{
    private static readonly CurrentLibrary library = new(Options.Create(new LibraryOptions { Folder = TestLibrary.RealFolder }), NullLogger<CurrentLibrary>.Instance);

    private readonly ServiceProvider provider;

    private LedgerProcess(ServiceProvider provider, FakeTimeProvider time, RecordingQueue queue) => (this.provider, Time, Queue) = (provider, time, queue);

    public static BriefingOrder Order { get; } = new() { Sections = ["domestic"] };

    public static RenderedBriefing Rendered(string content) => new(
        System.Text.Encoding.UTF8.GetBytes(content), 3, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content))), "Title", Manifest: null!);

    public FakeTimeProvider Time { get; }

    public RecordingQueue Queue { get; }

    public RequestLedger Ledger => provider.GetRequiredService<RequestLedger>();

    public LedgerDatabase Database => provider.GetRequiredService<LedgerDatabase>();

    /// <summary>The shipped library for everything a test composes.</summary>
    public static void UseLibrary(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(library));

    /// <summary>Starts on a database, given by its connection string.</summary>
    public static async Task<LedgerProcess> StartAsync(string connectionString, FakeTimeProvider? time = null, int maxUnfinished = 1000)
    {
        var process = Create(new() { ["Ledger:ConnectionString"] = connectionString, ["Ledger:MaxUnfinished"] = $"{maxUnfinished}" }, time);
        await process.Database.PrepareAsync(CancellationToken.None);
        return process;
    }

    public static LedgerProcess Create(Dictionary<string, string?> settings, FakeTimeProvider? time = null, Action<IServiceCollection, IConfiguration>? more = null)
    {
        time ??= new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var queue = new RecordingQueue();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddDesk(configuration).AddLibrary(configuration).AddRendering(configuration).AddStorage(configuration).AddRequests();
        UseLibrary(services);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        services.AddSingleton<IJobQueue>(queue);
        more?.Invoke(services, configuration);
        return new(services.BuildServiceProvider(), time, queue);
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public Task<BriefingRequest> SubmitAsync(BriefingOrder? order = null, string? key = null) =>
        Ledger.SubmitAsync(order ?? Order, new("api", key), CancellationToken.None);

    public Task<BriefingRequest?> TakeAsync(BriefingRequest request, string job = "job") => Ledger.TakeAsync(request.Id, job, CancellationToken.None);

    public async Task<BriefingRequest> FindAsync(BriefingRequest request) => (await Ledger.FindAsync(request.Id, CancellationToken.None)).ShouldNotBeNull();

    /// <summary>From submission to document.</summary>
    public async Task<BriefingRequest> FinishAsync(BriefingRequest request, string content = "%PDF", string? fingerprint = null)
    {
        var taken = (await TakeAsync(request)).ShouldNotBeNull();
        (await Ledger.CompleteAsync(request.Id, taken.Attempts, Rendered(content), fingerprint, CancellationToken.None)).ShouldBeTrue();
        return await FindAsync(request);
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}

/// <summary>Takes jobs and runs none.</summary>
internal sealed class RecordingQueue : IJobQueue
{
    public List<Guid> Enqueued { get; } = [];

    public bool IsBroken { get; set; }

    public string Enqueue(Guid requestId)
    {
        if (IsBroken)
            throw new InvalidOperationException("The queue is out of order.");
        lock (Enqueued)
            Enqueued.Add(requestId);
        return $"job-{requestId}";
    }
}
