using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Hosting;
using MoroccoCT.People;

namespace MoroccoCT.Tests.Hosting;

/// <summary>Whoever reads the log learns how the service fares, and nothing with which he could come in or find a person.</summary>
public sealed partial class LogSecrecyTests : IDisposable
{
    private const string Name = "ada.lovelace@ministry.example";
    private const string Password = "hunter-of-larks-88";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("secrecy-");

    private string LogFile => Path.Combine(folder.FullName, "log.txt");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_secret_and_no_personal_address_stands_in_the_log()
    {
        var secrets = new List<string> { Name, Password, "wrong-larks-99" };
        await using (var service = await StartAsync())
        {
            var accounts = service.Services.GetRequiredService<Accounts>();
            var person = await accounts.AddAsync(new(Name, Role.Administrator, Marking.All[^1]), Actor.CommandLine, default);
            var token = (await service.Services.GetRequiredService<OneTimeLinks>().InviteAsync(person.Id, Actor.CommandLine, default))!;
            var (key, _) = (await service.Services.GetRequiredService<ApiKeys>().CreateAsync(
                person.Id, "test", [KeyScopes.Read, KeyScopes.Orders, KeyScopes.Admin], days: 1, Actor.CommandLine, default))!.Value;
            secrets.AddRange(token, key, key[^12..]);
            secrets.AddRange(await UseAsync(new(service.Urls.Single()), token, key));
        }

        var log = await File.ReadAllTextAsync(LogFile);
        log.ShouldContain("is ready on");
        log.ShouldContain("refused:", Case.Sensitive, "what is wrong with a call is told");
        foreach (var secret in secrets)
            log.ShouldNotContain(secret);
        log.ShouldNotContain("was challenged");
        log.ShouldNotContain("was not authenticated");
    }

    /// <returns>The cookies that came.</returns>
    private static async Task<IReadOnlyList<string>> UseAsync(Uri address, string token, string key)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await browser.GetAsync("/requests");
        await PostAsync(browser, $"/welcome?token={token}", "/welcome", ("token", token), ("password", Password));
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "he is in");
        var kept = cookies.GetAllCookies().Select(cookie => cookie.Value).ToList();
        await PostAsync(browser, "/account", "/account?handler=SignOut");
        await PostAsync(browser, "/sign-in", "/sign-in", ("name", Name), ("password", "wrong-larks-99"));
        await PostAsync(browser, "/sign-in", "/sign-in", ("name", Name), ("password", Password));
        kept.AddRange(cookies.GetAllCookies().Select(cookie => cookie.Value));
        await browser.GetAsync($"/welcome?token={token}");
        await browser.GetAsync($"/nothing?token={token}&key={key}");
        await browser.PostAsync($"/welcome?token={token}", new FormUrlEncodedContent([new("token", token), new("password", Password)]));

        using var program = new HttpClient { BaseAddress = address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        (await program.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await program.GetAsync($"/api/v1/requests?cursor=x&token={token}&key={key}");
        using var broken = new StringContent($"{{\"title\": \"{Name}\", \"{Password}\": ", MediaTypeHeaderValue.Parse("application/json"));
        await program.PostAsync("/api/v1/requests", broken);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"{key}x");
        await program.GetAsync("/api/v1/audit");
        return kept;
    }

    private static async Task PostAsync(HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page);
        var token = FormToken().Match(html).Groups[1].Value;
        await browser.PostAsync(address, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    private Task<WebApplication> StartAsync() => ServiceHost.StartAsync(
        new(
            Path.Combine(folder.FullName, "data"), "http://127.0.0.1:0", Shared: true,
            Settings: new Dictionary<string, string?> { ["Serilog:WriteTo:0:Name"] = "File", ["Serilog:WriteTo:0:Args:path"] = LogFile }),
        default);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
