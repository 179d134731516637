using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Web.Addresses;

/// <summary>Under a path everything that a page or an answer points to lies under that path.</summary>
public sealed partial class PathBaseTests : IAsyncLifetime
{
    private const string Base = "/briefings";

    private readonly TestService service = Under(isShared: false);

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Whoever_follows_the_links_of_the_pages_stays_there_and_finds_something()
    {
        await service.FinishAsync(await service.SubmitAsync());
        var open = await service.SubmitAsync();
        await service.FailAsync(await service.SubmitAsync(), "It failed", "For a reason.");
        var found = new HashSet<string> { $"{Base}/", $"{Base}/requests/{open.Id}", $"{Base}/audit" };
        var unread = new Queue<string>(found);

        while (unread.TryDequeue(out var address))
        {
            using var response = await service.Client.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (var link in Links(await response.Content.ReadAsStringAsync()))
            {
                link.ShouldStartWith($"{Base}/", Case.Sensitive, $"on {address}");
                if (!link.Contains("handler=", StringComparison.Ordinal) && !link.EndsWith("/events", StringComparison.Ordinal) && found.Add(link))
                    unread.Enqueue(link);
            }
        }

        found.Count.ShouldBeGreaterThan(20);
        found.ShouldContain($"{Base}/requests/{open.Id}");
        found.ShouldContain($"{Base}/openapi/v1.json");
    }

    [Fact]
    public async Task The_page_of_an_error_leads_back_there()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Base}/nothing");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await service.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Links(await response.Content.ReadAsStringAsync()).ShouldAllBe(link => link.StartsWith($"{Base}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_links_of_the_API_lie_there()
    {
        using var ordered = await service.Client.PostAsJsonAsync($"{Base}/api/v1/requests", new { sections = new[] { "domestic" } });
        var id = (await ordered.JsonAsync()).Text("id");
        var self = $"{Base}/api/v1/requests/{id}";

        ordered.Headers.Location!.OriginalString.ShouldBe(self);
        var open = await service.Client.GetFromJsonAsync<JsonElement>(self);
        Addresses(open.GetProperty("links")).ShouldBe([self, $"{self}/events", $"{self}/cancel", $"{Base}/requests/{id}"]);
        (await (await service.Client.GetAsync($"{self}/document")).ProblemAsync(409)).Text("detail").ShouldContain($"at {self}/events");
        (await service.Client.PostAsync($"{self}/cancel", null)).EnsureSuccessStatusCode();
        (await service.Client.GetStringAsync($"{self}/events")).ShouldContain($"\"self\":\"{self}\"");
        var all = await service.Client.GetFromJsonAsync<JsonElement>($"{Base}/api/v1/requests");
        Addresses(all.GetProperty("items")[0].GetProperty("links")).ShouldContain($"{self}/retry");
        (await service.Client.GetAsync($"{Base}/api/requests/{id}")).Headers.Location!.OriginalString.ShouldBe(self);
    }

    [Fact]
    public async Task The_description_names_the_path_as_its_server()
    {
        var description = await service.Client.GetFromJsonAsync<JsonElement>($"{Base}/openapi/v1.json");

        description.GetProperty("servers")[0].Text("url").ShouldBe(Base);
    }

    [Fact]
    public async Task Whoever_has_to_sign_in_is_sent_there_and_back()
    {
        var shared = Under(isShared: true);
        await shared.InitializeAsync();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Base}/requests?state=failed");
            request.Headers.Accept.ParseAdd("text/html");
            var sent = (await shared.Client.SendAsync(request)).Headers.Location!.OriginalString;

            sent.ShouldBe($"{Base}/sign-in?returnUrl={Uri.EscapeDataString($"{Base}/requests?state=failed")}");
            foreach (var address in new[] { sent, $"{Base}/welcome?token=nonsense" })
            {
                var page = await (await shared.Client.GetAsync(address)).Content.ReadAsStringAsync();
                Links(page).ShouldAllBe(link => link.StartsWith($"{Base}/", StringComparison.Ordinal));
            }
        }
        finally
        {
            await shared.DisposeAsync();
        }
    }

    private static TestService Under(bool isShared) => new(new() { ["Web:PathBase"] = Base }, _ => { }, isShared);

    private static IEnumerable<string> Addresses(JsonElement links) =>
        links.EnumerateObject().Select(link => link.Value.GetString()).OfType<string>();

    /// <summary>Whatever in a page looks like an address on this machine, but for the place within the page.</summary>
    private static IReadOnlyList<string> Links(string page) =>
        [.. Attribute().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0]).Where(link => link.Length > 0)];

    [GeneratedRegex("(?:href|src|action|formaction|data-[a-z-]+)=\"([/~][^\"]*)\"")]
    private static partial Regex Attribute();
}
