using System.Text;
using MoroccoCT.Tests.Web;

namespace MoroccoCT.Tests.Jobs;

/// <summary>Hangfire's dashboard in the service that was asked to show it.</summary>
public sealed class DashboardTests(DashboardTests.Shown service) : IClassFixture<DashboardTests.Shown>
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded";

    [Fact]
    public async Task Nobody_sees_it_unless_the_service_was_asked_to_show_it()
    {
        var silent = new WholeService();
        await silent.InitializeAsync();
        try
        {
            foreach (var line in new[] { "GET /jobs", "GET /jobs/stats", "POST /jobs/stats", "GET /jobs/servers" })
                (await silent.SendAsync(RawHttp.Request(line, line.StartsWith('P') ? [] : null))).Status.ShouldBe(404, line);
        }
        finally
        {
            await silent.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/JOBS/servers")]
    [InlineData("/jobs/recurring")]
    public async Task A_browser_on_this_machine_sees_it(string address)
    {
        var answer = await service.SendAsync(RawHttp.Request($"GET {address}", null, "Accept: text/html", "Sec-Fetch-Site: none"));

        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain("MoroccoCT Briefings: jobs");
    }

    [Theory]
    [InlineData("GET /jobs", "X-Forwarded-For: 192.0.2.7")]
    [InlineData("GET /jobs/stats", "Via: 1.1 proxy")]
    [InlineData("POST /jobs/stats", "X-Real-IP: 192.0.2.7")]
    [InlineData("GET /jobs/css1", "Forwarded: for=192.0.2.7")]
    public async Task What_a_proxy_passes_on_is_refused(string line, string header) =>
        await RefusedAsync(403, RawHttp.Request(line, line.StartsWith('P') ? [] : null, header));

    [Theory]
    [InlineData("GET /jobs/stats", 405, "POST")]
    [InlineData("HEAD /jobs/stats", 405, "POST")]
    [InlineData("TRACE /jobs", 405, "GET, HEAD, POST")]
    [InlineData("DELETE /jobs/stats", 405, "POST")]
    public async Task A_method_it_does_not_know_is_refused(string line, int status, string allowed) =>
        (await RefusedAsync(status, RawHttp.Request(line))).Header("Allow").ShouldBe(allowed);

    [Theory]
    [InlineData("/jobs/stats", Form, "a=%00", 400)]
    [InlineData("/jobs/stats", "Content-Type: multipart/form-data", "--x", 400)]
    [InlineData("/jobs/stats", Form + "; charset=utf-7", "a=b", 415)]
    [InlineData("/jobs/stats", "Content-Type: application/json", "{}", 403)] // without the dashboard's own token
    [InlineData("/jobs/jobs/failed/delete", Form, "jobs[]=1", 403)]
    public async Task What_it_cannot_read_is_refused(string address, string type, string body, int status) =>
        await RefusedAsync(status, RawHttp.Request($"POST {address}", Encoding.UTF8.GetBytes(body), type));

    [Theory]
    [InlineData("/jobs/jobs/failed/delete")]
    [InlineData("/jobs/recurring/remove")]
    [InlineData("/jobs/nothing")]
    public async Task What_it_does_not_show_is_refused(string address) =>
        (await service.SendAsync(RawHttp.Request($"GET {address}"))).Status.ShouldBeInRange(400, 499);

    private async Task<RawHttp> RefusedAsync(int status, byte[] request)
    {
        var answer = await service.SendAsync(request);
        answer.Status.ShouldBe(status);
        answer.Header("Content-Type").ShouldBe("application/problem+json");
        service.NewErrors().ShouldBeEmpty();
        return answer;
    }

    public sealed class Shown : IAsyncLifetime
    {
        private readonly WholeService service = new(jobsDashboard: true);

        public Task InitializeAsync() => service.InitializeAsync();

        public Task DisposeAsync() => service.DisposeAsync();

        public IReadOnlyList<string> NewErrors() => service.NewErrors();

        internal Task<RawHttp> SendAsync(byte[] request) => service.SendAsync(request);
    }
}
