using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

/// <summary>The service behind a real nginx that does TLS and shows it under a path, as docs/operations.md describes it.</summary>
public sealed partial class ProxyTests : IDisposable
{
    private const string Base = "/briefings";
    private const string Caller = "127.0.0.9";
    private const string Forged = "203.0.113.66";
    private const string Password = "hunter-of-larks-88";

    private readonly TemporaryFolder data = new();
    private readonly TemporaryFolder proxy = new();
    private readonly CookieContainer cookies = new();

    public void Dispose()
    {
        data.Dispose();
        proxy.Dispose();
    }

    [Fact]
    public async Task A_day_at_the_desk_goes_through_it()
    {
        var port = FreePort.Next();
        (string Name, string Value)[] settings =
        [
            ("Web:PathBase", Base), ("Web:TrustedProxies:0", Nginx.Address), ("Web:PublicUrl", $"https://{Nginx.Host}:{port}"), ("Typesetting:Engines", "1"),
        ];
        var (_, invitation, _) = await BuiltProgram.RunAsync(["users", "add", "ada", "--role", "administrator", "--data", data.Path], settings);
        await using var service = await ServiceProcess.StartAsync(data.Path, settings);
        await using var nginx = await Nginx.StartAsync(proxy.Path, port, service.Http.BaseAddress!.Port);
        using var browser = nginx.Browser(cookies, Caller);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", Forged);
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var link = invitation.Split('\n').Single(line => line.Contains("/welcome?", StringComparison.Ordinal));
        link.ShouldStartWith($"https://{Nginx.Host}:{port}{Base}/");
        await SignInAsync(browser, link);
        var first = await OrderAsync(browser);
        (await browser.GetStringAsync($"{Base}/api/v1/requests/{first}/events")).ShouldContain("\"state\":\"completed\"");
        await FollowAsync(browser, service, await OrderAsync(browser));
        (await browser.GetByteArrayAsync($"{Base}/api/v1/requests/{first}/document")).AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        await RefusedAsync(service);
        await SeenInTheAuditAsync(browser);
        await SentToTlsAsync(browser, nginx);
    }

    private async Task SignInAsync(HttpClient browser, string invitation)
    {
        using var sent = await browser.GetAsync($"{Base}/requests");
        sent.Headers.Location!.OriginalString.ShouldStartWith($"{Base}/sign-in?returnUrl=");
        sent.Headers.GetValues("Strict-Transport-Security").ShouldNotBeEmpty();
        await PostAsync(browser, invitation, $"{Base}/welcome", ("token", invitation.Split("token=")[1]), ("password", Password));
        await PostAsync(browser, $"{Base}/account", $"{Base}/account?handler=SignOut");

        using var inside = await PostAsync(
            browser, $"{Base}/sign-in", $"{Base}/sign-in", ("name", "ada"), ("password", Password), ("returnUrl", $"{Base}/requests"));

        inside.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        inside.Headers.Location!.OriginalString.ShouldBe($"{Base}/requests");
        (await browser.GetAsync($"{Base}/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var kept = cookies.GetAllCookies();
        kept.Select(cookie => cookie.Name).ShouldContain("__Host-moroccoct-session");
        kept.ShouldAllBe(cookie => cookie.Name.StartsWith("__Host-", StringComparison.Ordinal) && cookie.Secure && cookie.HttpOnly && cookie.Path == "/");
    }

    private static async Task<string> OrderAsync(HttpClient browser, string title = "")
    {
        using var ordered = await PostAsync(browser, $"{Base}/", $"{Base}/", ("Sections", "domestic"), ("Language", "en"), ("Title", title));
        ordered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await ordered.Content.ReadAsStringAsync());
        var page = ordered.Headers.Location!.OriginalString;
        page.ShouldStartWith($"{Base}/requests/");
        return page.Split('/')[^1];
    }

    /// <summary>An event comes when it happens: while the engine stands still there is no end of the stream that would push it through.</summary>
    private static async Task FollowAsync(HttpClient browser, ServiceProcess service, string id)
    {
        foreach (var engine in service.Engines())
            await BuiltProgram.SignalAsync("STOP", engine);
        // Unlike the others: an equal order gets the document that is there.
        var waiting = await OrderAsync(browser, "Not made yet");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var stream = await browser.GetAsync($"{Base}/api/v1/requests/{waiting}/events", HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(deadline.Token));
        (await reader.ReadLineAsync(deadline.Token)).ShouldBe("event: state");
        (await reader.ReadLineAsync(deadline.Token)).ShouldNotBeNull().ShouldContain($"\"self\":\"{Base}/api/v1/requests/{waiting}\"");
        foreach (var engine in service.Engines())
            await BuiltProgram.SignalAsync("CONT", engine);
        (await reader.ReadToEndAsync(deadline.Token)).ShouldContain("\"state\":\"completed\"");
        (await browser.GetStringAsync($"{Base}/api/v1/requests/{id}/events")).ShouldContain("\"state\":\"completed\"");
    }

    /// <summary>Somebody who reaches the service without the proxy, and says that he was somebody else.</summary>
    private static async Task RefusedAsync(ServiceProcess service)
    {
        using var direct = new HttpClient { BaseAddress = service.Http.BaseAddress };
        direct.DefaultRequestHeaders.Add("X-Forwarded-For", Forged);
        direct.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var refused = await PostAsync(direct, $"{Base}/sign-in", $"{Base}/sign-in", ("name", "ada"), ("password", "wrong-larks-99"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    private static async Task SeenInTheAuditAsync(HttpClient browser)
    {
        var entries = (await browser.GetFromJsonAsync<JsonElement>($"{Base}/api/v1/audit?limit=500")).GetProperty("items").EnumerateArray()
            .Select(entry => (What: entry.GetProperty("what").GetString(), Address: entry.GetProperty("address").GetString())).ToList();

        entries.ShouldAllBe(entry => entry.Address != Forged && entry.Address != Nginx.Address);
        entries.ShouldContain(entry => entry.What == "signIn" && entry.Address == Caller);
        entries.ShouldContain(entry => entry.What == "signInFailed" && entry.Address == "127.0.0.1");
        entries.Count(entry => entry.What == "order" && entry.Address == Caller).ShouldBe(3);
    }

    private static async Task SentToTlsAsync(HttpClient browser, Nginx nginx)
    {
        using var sent = await browser.GetAsync($"http://{Nginx.Host}:{nginx.PlainPort}{Base}/requests?q=a");
        sent.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        sent.Headers.Location.ShouldBe(new($"https://{Nginx.Host}:{nginx.Port}{Base}/requests?q=a"));
        using var bare = await browser.GetAsync(Base);
        bare.Headers.Location.ShouldBe(new($"https://{Nginx.Host}:{nginx.Port}{Base}/"));
    }

    /// <summary>Opens a page and sends its form, with all that it hides.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page);
        var hidden = HiddenInput().Matches(html)
            .Select(input => KeyValuePair.Create(Name().Match(input.Value).Groups[1].Value, Value().Match(input.Value).Groups[1].Value))
            .DistinctBy(input => input.Key).Where(input => fields.All(field => field.Name != input.Key));
        return await browser.PostAsync(
            address, new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    [GeneratedRegex("<input[^>]* type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInput();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
