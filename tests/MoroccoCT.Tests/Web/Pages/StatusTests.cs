using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Tests.Web.Pages;

[Collection(WebCollection.Name)]
public sealed class StatusTests(TestService service)
{
    [Fact]
    public async Task The_footer_of_a_page_leads_to_pages()
    {
        var page = await service.Client.GetStringAsync("/");

        var links = System.Text.RegularExpressions.Regex.Matches(page[page.IndexOf("<footer", StringComparison.Ordinal)..], "href=\"([^\"]*)\"")
            .Select(match => match.Groups[1].Value).ToList();
        links.ShouldBe(["/docs", "/status"]);
        foreach (var link in links)
            (await service.Client.GetAsync(link)).Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Each_part_of_the_service_is_named_with_what_was_found()
    {
        var page = await service.Client.GetStringAsync("/status");

        foreach (var part in new[] { "Library", "Ledger", "Typesetting", "Stored documents" })
            page.ShouldContain($"<dt>{part} – in order</dt>");
        page.ShouldContain("The ledger answers and can be written.");
    }

    [Fact]
    public async Task What_does_not_work_is_told_on_a_page_that_can_still_be_shown()
    {
        var broken = new TestService(
            new Dictionary<string, string?>(),
            services => services.Configure<HealthCheckServiceOptions>(checks => checks.Registrations.Add(
                new("engine-room", new Flooded(), failureStatus: null, tags: null))));
        await broken.InitializeAsync();
        try
        {
            var response = await broken.Client.GetAsync("/status");

            ((int)response.StatusCode).ShouldBe(200);
            var page = await response.Content.ReadAsStringAsync();
            page.ShouldContain("Briefings cannot be made at present.");
            page.ShouldContain("<dt>engine-room – not working</dt>");
            page.ShouldContain("Pump it dry.");
        }
        finally
        {
            await broken.DisposeAsync();
        }
    }

    private sealed class Flooded : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(HealthCheckResult.Unhealthy("Pump it dry."));
    }
}
