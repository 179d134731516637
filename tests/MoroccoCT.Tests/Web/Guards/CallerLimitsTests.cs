using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;

namespace MoroccoCT.Tests.Web.Guards;

public sealed class CallerLimitsTests
{
    private const string Library = "/api/v1/library";

    [Fact]
    public async Task Whoever_asks_for_too_much_is_told_when_to_come_back_and_others_are_served()
    {
        await using var service = await StartAsync(("Limits:CallsPerMinute", "2"));
        using var ada = await service.ClientAsync("ada");
        using var ben = await service.ClientAsync("ben");

        (await ada.GetAsync(Library)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ada.GetAsync(Library)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refused = await ada.GetAsync(Library);

        await refused.ProblemAsync(429);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await ben.GetAsync(Library)).StatusCode.ShouldBe(HttpStatusCode.OK, "from the same address");
    }

    [Fact]
    public async Task Whoever_is_not_known_is_counted_by_address()
    {
        await using var service = await StartAsync(("Limits:CallsPerMinute", "2"), ("Web:TrustedProxies:0", "127.0.0.1"));

        (await service.AskAsync("198.51.100.9")).ShouldBe(HttpStatusCode.OK);
        (await service.AskAsync("198.51.100.9")).ShouldBe(HttpStatusCode.OK);
        (await service.AskAsync("198.51.100.9")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await service.AskAsync("198.51.100.10")).ShouldBe(HttpStatusCode.OK);
        (await service.AskAsync("2001:db8:1:2::1")).ShouldBe(HttpStatusCode.OK);
        (await service.AskAsync("2001:db8:1:2::2")).ShouldBe(HttpStatusCode.OK);
        (await service.AskAsync("2001:db8:1:2::3")).ShouldBe(HttpStatusCode.TooManyRequests, "a household has as many addresses as it likes");
    }

    [Fact]
    public async Task Orders_are_counted_apart()
    {
        await using var service = await StartAsync(("Limits:OrdersPerMinute", "1"));
        using var ada = await service.ClientAsync("ada");
        var order = new { sections = new[] { "domestic" } };

        (await ada.PostAsJsonAsync("/api/v1/requests", order)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var refused = await ada.PostAsJsonAsync("/api/v1/requests", order);

        await refused.ProblemAsync(429);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await ada.GetAsync("/api/v1/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tries_to_sign_in_are_counted_apart_and_a_person_who_is_refused_sees_a_page()
    {
        await using var service = await StartAsync(("Limits:SignInsPerMinute", "1"));
        using var nobody = service.Web.Browser();
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        (await nobody.PostAsync("/sign-in", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var refused = await nobody.PostAsync("/sign-in", new FormUrlEncodedContent([]));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync()).ShouldContain("<h1");
        (await nobody.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_works_alone_on_his_machine_is_not_held_up()
    {
        var service = new TestService(new() { ["Limits:CallsPerMinute"] = "1", ["Limits:OrdersPerMinute"] = "1" }, _ => { });
        await service.InitializeAsync();

        for (var order = 0; order < 3; order++)
            (await service.PostOrderAsync(new { sections = new[] { "domestic" } })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await service.DisposeAsync();
    }

    private static async Task<SharedService> StartAsync(params (string Name, string? Value)[] settings)
    {
        var web = new TestService(settings.ToDictionary(setting => setting.Name, setting => setting.Value), _ => { }, isShared: true);
        await web.InitializeAsync();
        return new(web);
    }

    private sealed record SharedService(TestService Web) : IAsyncDisposable
    {
        public async Task<HttpClient> ClientAsync(string name)
        {
            var person = await Web.Get<Accounts>().AddAsync(new(name, Role.Requester, Marking.All[^1]), Actor.CommandLine, default);
            var (key, _) = (await Web.Get<ApiKeys>().CreateAsync(
                person.Id, "test", [KeyScopes.Read, KeyScopes.Orders], days: 1, Actor.CommandLine, default))!.Value;
            var client = Web.Browser();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return client;
        }

        public async Task<HttpStatusCode> AskAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.Add("X-Forwarded-For", address);
            return (await Web.Client.SendAsync(request)).StatusCode;
        }

        public async ValueTask DisposeAsync() => await Web.DisposeAsync();
    }
}
