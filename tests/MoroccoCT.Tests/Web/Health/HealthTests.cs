using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MoroccoCT.Library;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Web.Health;

[Collection(WebCollection.Name)]
public sealed class HealthTests(TestService service)
{
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
        body.GetProperty("checks").EnumerateObject().Select(check => check.Name).ShouldBe(["library", "ledger", "engine"], ignoreOrder: true);
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
        var library = new CurrentLibrary(Options.Create(new LibraryOptions { Folder = files.Folder }), NullLogger<CurrentLibrary>.Instance);
        var known = library.Snapshot.Library.AllSections[0].Id;
        var weekly = new Dictionary<string, string?> { ["Schedules:0:order:sections:0"] = known, ["Schedules:0:order:sections:1"] = known, ["Schedules:0:order:sections:2"] = known };
        var warned = new TestService(weekly, services => services.Replace(ServiceDescriptor.Singleton(library)));
        files.Write("sources.yaml", "- id: [");
        library.Refresh();
        await warned.InitializeAsync();
        try
        {
            var response = await warned.Client.GetAsync("/health/ready");

            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var body = await response.JsonAsync();
            body.Text("status").ShouldBe("degraded");
            body.GetProperty("checks").GetProperty("library").Text("detail").ShouldContain("sources.yaml:");
            (await warned.Client.GetStringAsync("/")).ShouldContain("sources.yaml:");
            (await (await warned.Client.GetAsync("/api/library")).JsonAsync()).Text("warning").ShouldContain("sources.yaml:");
        }
        finally
        {
            await warned.DisposeAsync();
        }
    }
}
