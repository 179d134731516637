using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Rendering;

namespace MoroccoCT.Tests.Web.Health;

[Collection(WebCollection.Name)]
public sealed class HealthTests(TestService service)
{
    private static readonly object order = new { sections = new[] { "domestic" } };

    [Fact]
    public async Task A_running_process_is_live()
    {
        var response = await service.Client.GetAsync("/health/live");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).Text("status").ShouldBe("healthy");
    }

    [Fact]
    public async Task A_service_that_can_make_briefings_is_ready_and_names_its_engine()
    {
        var response = await service.Client.GetAsync("/health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.Text("status").ShouldBe("healthy");
        body.GetProperty("checks").EnumerateObject().Select(check => check.Name)
            .ShouldBe(["library", "ledger", "engine", "schedules", "documents", "delivery", "editions", "retention"], ignoreOrder: true);
        body.GetProperty("checks").GetProperty("engine").Text("detail").ShouldStartWith("Typst ");
    }

    [Fact]
    public async Task A_service_without_an_engine_is_not_ready_and_says_what_to_install()
    {
        var broken = new TestService(new() { ["Typesetting:NodePath"] = "no-such-node" }, _ => { });
        await broken.InitializeAsync();
        try
        {
            var response = await broken.Client.GetAsync("/health/ready");

            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var engine = (await response.JsonAsync()).GetProperty("checks").GetProperty("engine");
            engine.Text("status").ShouldBe("unhealthy");
            engine.Text("detail").ShouldContain("no-such-node");
        }
        finally
        {
            await broken.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_library_broken_on_disk_is_a_warning_in_health_on_the_form_and_in_the_api()
    {
        using var files = new TestLibrary();
        Directory.CreateDirectory(Path.Combine(files.Folder, "layouts"));
        var library = RenderingFixture.LibraryIn(files.Folder);
        var known = library.Snapshot.Library.AllSections[0].Id;
        var weekly = new Dictionary<string, string?>
        {
            ["Schedules:0:order:sections:0"] = known,
            ["Schedules:0:order:sections:1"] = known,
            ["Schedules:0:order:sections:2"] = known
        };
        var warned = new TestService(weekly, services => services.Replace(ServiceDescriptor.Singleton(library)));
        files.Write("sources.yaml", "- id: [");
        await library.RefreshAsync(default);
        await warned.InitializeAsync();
        try
        {
            var response = await warned.Client.GetAsync("/health/ready");

            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var body = await response.JsonAsync();
            body.Text("status").ShouldBe("degraded");
            body.GetProperty("checks").GetProperty("library").Text("detail").ShouldContain("sources.yaml:");
            (await warned.Client.GetStringAsync("/")).ShouldContain("sources.yaml:");
            (await (await warned.Client.GetAsync("/api/v1/library")).JsonAsync()).Text("warning").ShouldContain("sources.yaml:");
        }
        finally
        {
            await warned.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_ledger_that_was_taken_away_stops_submissions_and_readiness_until_it_is_back()
    {
        await using var robbed = await StartAsync();
        (await robbed.Service.PostOrderAsync(order)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        File.Move(robbed.Service.LedgerFile, robbed.Service.LedgerFile + ".away");

        (await (await robbed.Service.PostOrderAsync(order)).ProblemAsync(503)).Text("detail").ShouldContain("gone");
        var response = await robbed.Service.Client.GetAsync("/health/ready");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.JsonAsync()).GetProperty("checks").GetProperty("ledger").Text("detail").ShouldContain("gone");
        File.Exists(robbed.Service.LedgerFile).ShouldBeFalse("nobody may begin a new ledger in its place");

        File.Move(robbed.Service.LedgerFile + ".away", robbed.Service.LedgerFile);
        var submitted = await robbed.Service.PostOrderAsync(order);
        (await submitted.JsonAsync()).Text("number").ShouldBe("MCT-2026-0002");
    }

    [Fact]
    public async Task A_ledger_that_can_only_be_read_is_not_ready()
    {
        await using var closed = await StartAsync();
        await closed.Service.ExecuteAsync("CREATE TRIGGER full BEFORE INSERT ON counters BEGIN SELECT RAISE(ABORT, 'no'); END");

        var response = await closed.Service.Client.GetAsync("/health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.JsonAsync()).GetProperty("checks").GetProperty("ledger").Text("status").ShouldBe("unhealthy");
    }

    [Fact]
    public async Task A_damaged_document_is_an_error_of_the_service_and_is_told_by_its_health()
    {
        await using var damaged = await StartAsync();
        var done = await damaged.Service.FinishAsync(await damaged.Service.SubmitAsync());
        await damaged.Service.ExecuteAsync("UPDATE documents SET content = x'00'");

        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/requests/{done.Id}/document");
        request.Headers.IfNoneMatch.Add(new($"\"{done.Sha256}\""));
        var response = await damaged.Service.Client.SendAsync(request);

        (await response.ProblemAsync(500)).Text("title").ShouldBe("The document is damaged");
        response.Headers.ETag.ShouldBeNull();
        var health = await (await damaged.Service.Client.GetAsync("/health/ready")).JsonAsync();
        health.Text("status").ShouldBe("degraded", "others can be made all the same");
        health.GetProperty("checks").GetProperty("documents").Text("status").ShouldBe("unhealthy");
        health.GetProperty("checks").GetProperty("documents").Text("detail").ShouldContain(done.Sha256!);
    }

    private static async Task<Started> StartAsync()
    {
        var service = new TestService();
        await service.InitializeAsync();
        return new(service);
    }

    private sealed record Started(TestService Service) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Service.DisposeAsync();
    }
}
