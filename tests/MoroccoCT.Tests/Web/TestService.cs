using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Delivery;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Verification;
using MoroccoCT.Web;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Tests.Web;

/// <summary>
/// Form and API on a port of their own, over a real ledger. Nothing works the queue off: a request waits until its test takes or finishes
/// it.
/// </summary>
public sealed class TestService : IAsyncLifetime
{
    public const string Pdf = "%PDF-1.7 A document as short as this one serves to be fetched.";

    private readonly string data = Directory.CreateTempSubdirectory("web-").FullName;
    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection> services;
    private readonly bool isShared;
    private readonly FakeTimeProvider time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private WebApplication? app;

    public TestService()
        : this(new Dictionary<string, string?>(), _ => { })
    {
    }

    /// <param name="isShared">Whether people sign in.</param>
    internal TestService(Dictionary<string, string?> settings, Action<IServiceCollection> services, bool isShared = false) =>
        (this.settings, this.services, this.isShared) = (settings, services, isShared);

    public HttpClient Client { get; private set; } = null!;

    public string LedgerFile => Path.Combine(data, "ledger.db");

    /// <summary>All addresses it knows.</summary>
    internal IEnumerable<RouteEndpoint> Routes => app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    internal TestLedger Ledger => LedgerProcess.LedgerOf(app!.Services);

    /// <summary>All that the audit holds, from its beginning.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var context = await app!.Services.GetRequiredService<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        return await context.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync();
    }

    internal Task EnterAsync(AuditEvent told) => app!.Services.GetRequiredService<AuditTrail>().AppendAsync(told, default);

    public async Task ExecuteAsync(string sql)
    {
        await using var context = await app!.Services.GetRequiredService<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection([new("Ledger:DataFolder", data)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDesk(builder.Configuration).AddLibrary(builder.Configuration)
            .AddRendering(builder.Configuration).AddStorage(builder.Configuration)
            .AddAudit().AddPeople(builder.Configuration).AddRequests().AddVerification().AddDevelopments(builder.Configuration)
            .AddSchedules(builder.Configuration).AddDelivery(builder.Configuration)
            .AddWeb(builder.Configuration);
        LedgerProcess.UseLibrary(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        services(builder.Services);

        app = builder.Build();
        app.Services.GetRequiredService<Access>().IsShared |= isShared;
        app.MapWeb();
        await app.StartAsync();
        Client = Browser();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Shuts the service down, while its clients are still there.</summary>
    public Task StopAsync() => app!.StopAsync();

    /// <summary>A client with cookies of its own that shows where it is sent.</summary>
    /// <param name="cookies">Those it has already.</param>
    public HttpClient Browser(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = Address };

    public Uri Address => new(app!.Urls.Single());

    internal T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async Task<BriefingRequest> SubmitAsync(BriefingOrder? order = null, Edition? edition = null)
    {
        var submission = edition is null ? new Submission(new(Doors.Api)) : new(Actor.Schedule, $"test:{edition.Number}", edition);
        return await Ledger.SubmitAsync(order ?? new() { Sections = ["domestic"] }, submission);
    }

    public async Task<BriefingRequest> TakeAsync(BriefingRequest request) => (await Ledger.TakeAsync(request)).ShouldNotBeNull();

    public async Task<BriefingRequest> FinishAsync(BriefingRequest request)
    {
        var taken = await TakeAsync(request);
        await Ledger.CompleteAsync(taken, TestLedger.Finished(Pdf));
        return await Ledger.FindAsync(request);
    }

    public async Task FailAsync(BriefingRequest request, string title, string detail)
    {
        var taken = await TakeAsync(request);
        (await Ledger.FailAsync(taken, title, detail)).ShouldBeTrue();
    }

    public Task<HttpResponseMessage> PostOrderAsync(object order, string? key = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests") { Content = JsonContent.Create(order) };
        if (key is not null)
            message.Headers.Add("Idempotency-Key", key);
        return Client.SendAsync(message);
    }
}

/// <summary>One service for all tests that can share it.</summary>
[CollectionDefinition(Name)]
public sealed class WebCollection : ICollectionFixture<TestService>
{
    public const string Name = "web";
}

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    /// <summary>The problem details of an answer, which must be such.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }

    /// <summary>What a problem says about one field.</summary>
    public static string Error(this JsonElement problem, string field) =>
        string.Join(' ', problem.GetProperty("errors").GetProperty(field).EnumerateArray().Select(message => message.GetString()));

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
