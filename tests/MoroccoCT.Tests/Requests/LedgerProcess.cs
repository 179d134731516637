using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Requests;

/// <summary>What one process has of a ledger: its own services and connections. Several on one database stand for several processes.</summary>
internal sealed class LedgerProcess : IAsyncDisposable
{
    private static readonly CurrentLibrary library =
        new(Options.Create(new LibraryOptions { Folder = TestLibrary.RealFolder }), TimeProvider.System, NullLogger<CurrentLibrary>.Instance);

    private readonly ServiceProvider provider;

    private LedgerProcess(ServiceProvider provider, FakeTimeProvider time) => (this.provider, Time) = (provider, time);

    public static BriefingOrder Order { get; } = new() { Sections = ["domestic"] };

    public FakeTimeProvider Time { get; }

    public TestLedger Ledger => LedgerOf(provider);

    public LedgerDatabase Database => provider.GetRequiredService<LedgerDatabase>();

    public static TestLedger LedgerOf(IServiceProvider provider) => new(
        provider.GetRequiredService<RequestSubmitter>(),
        provider.GetRequiredService<RequestQueries>(),
        provider.GetRequiredService<RequestTransitions>(),
        provider.GetRequiredService<RequestWatch>());

    /// <summary>The shipped library for everything a test composes.</summary>
    public static void UseLibrary(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(library));

    /// <summary>Starts on a database, given by its connection string.</summary>
    public static async Task<LedgerProcess> StartAsync(string connectionString, FakeTimeProvider? time = null, int maxUnfinished = 1000)
    {
        var process = Create(new() { ["Ledger:ConnectionString"] = connectionString, ["Ledger:MaxUnfinished"] = $"{maxUnfinished}" }, time);
        await process.Database.PrepareAsync(CancellationToken.None);
        return process;
    }

    public static LedgerProcess Create(Dictionary<string, string?> settings, FakeTimeProvider? time = null,
        Action<IServiceCollection, IConfiguration>? more = null)
    {
        time ??= new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddDesk(configuration).AddLibrary(configuration).AddRendering(configuration);
        services.AddStorage(configuration).AddAudit().AddPeople(configuration).AddDevelopments(configuration).AddRequests();
        UseLibrary(services);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        more?.Invoke(services, configuration);
        return new(services.BuildServiceProvider(), time);
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public Task<BriefingRequest> SubmitAsync(BriefingOrder? order = null, string? key = null) => Ledger.SubmitAsync(order ?? Order, new(new(Doors.Api), key));

    /// <summary>The requests that the outbox names, in the order in which they are due.</summary>
    public async Task<IReadOnlyList<Guid>> JobsWantedAsync()
    {
        await using var context = await Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        return await context.Set<OutboxEntry>().Where(entry => entry.Kind == RequestRows.JobWanted).OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Subject)
            .Select(entry => entry.Subject).ToListAsync();
    }

    /// <summary>Takes what is due out of the outbox, as a host gives it to its jobs.</summary>
    public async Task<IReadOnlyList<Guid>> HandOutAsync()
    {
        var given = new List<Guid>();
        while (await Get<Outbox>().HandOutAsync(RequestRows.JobWanted, (_, ids) => { given.AddRange(ids); return Task.CompletedTask; }, default) > 0)
        {
            // Until nothing is due.
        }

        return given;
    }

    /// <summary>All that the audit holds, from its beginning.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var context = await Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        return await context.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var context = await Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var context = await Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        return (await context.Database.SqlQueryRaw<long>(string.Concat("SELECT (", sql, ") AS \"Value\"")).ToListAsync())[0];
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
