using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MoroccoCT.Audit;
using MoroccoCT.Desk;
using MoroccoCT.Jobs;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Retention;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Jobs;

/// <summary>The service without web and engines: a ledger, a real Hangfire server and a renderer that does what the test says.</summary>
internal sealed class JobsHost : IAsyncDisposable
{
    private readonly IHost host;

    private JobsHost(IHost host, StubRenderer renderer) => (this.host, Renderer) = (host, renderer);

    public StubRenderer Renderer { get; }

    public TestLedger Ledger => LedgerProcess.LedgerOf(host.Services);

    public static async Task<JobsHost> StartAsync(
        string connectionString, StubRenderer? renderer = null, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["Jobs:Workers"] = "4";
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Configuration["Ledger:ConnectionString"] = connectionString;
        builder.Services.AddDesk(builder.Configuration).AddLibrary(builder.Configuration).AddRendering(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration).AddAudit().AddPeople(builder.Configuration).AddDevelopments(builder.Configuration).AddRequests();
        builder.Services.AddSchedules(builder.Configuration).AddRetention(builder.Configuration).AddJobs(builder.Configuration);
        LedgerProcess.UseLibrary(builder.Services);
        renderer ??= new();
        builder.Services.Replace(ServiceDescriptor.Singleton<IRequestRenderer>(renderer));
        if (time is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(time));
        var started = new JobsHost(builder.Build(), renderer);
        await started.host.StartAsync();
        return started;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<BriefingRequest> SubmitAsync(string? title = null, bool numbered = false) =>
        Ledger.SubmitAsync(LedgerProcess.Order with { Title = title, Numbered = numbered }, new(new(Doors.Api)));

    /// <summary>Waits for the end of a request, at most a minute: a job of a worker that is gone takes half of it to come back.</summary>
    public async Task<BriefingRequest> EndAsync(BriefingRequest request)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await Ledger.Watch.FollowAsync(request.Id, deadline.Token).LastAsync(deadline.Token);
    }

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>Makes a small document, or whatever the test wants to happen.</summary>
internal sealed class StubRenderer : IRequestRenderer
{
    private int renderings;

    public int Renderings => renderings;

    /// <summary>What happens at an attempt, before the document is made.</summary>
    public Func<BriefingRequest, CancellationToken, Task> Happens { get; set; } = (_, _) => Task.CompletedTask;

    public Task<PreparedBriefing> PrepareAsync(BriefingRequest request, CancellationToken cancellationToken) => Task.FromResult(new PreparedBriefing(
        Snapshot: null!, request.Order, $"{request.Order.Title} {request.IssueDate} {request.PrintedNumber}", Briefing: null!, Manifest: null!));

    public async Task<RenderedBriefing> TypesetAsync(BriefingRequest request, PreparedBriefing prepared, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref renderings);
        await Happens(request, cancellationToken);
        var document = TestLedger.Finished(prepared.Fingerprint);
        return new(document.Content, document.Pages, document.Sha256, Manifest: null!);
    }
}
