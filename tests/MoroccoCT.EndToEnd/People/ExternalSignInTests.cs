using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd.People;

/// <summary>The way in by a provider of OpenID Connect, with a real one.</summary>
public sealed partial class ExternalSignInTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly IdentityProvider provider = new();
    private ServiceProcess service = null!;

    public async Task InitializeAsync()
    {
        (await BuiltProgram.RunAsync("users", "add", "youssef", "--role", "administrator", "--data", folder.Path)).ExitCode.ShouldBe(0);
        service = await ServiceProcess.StartAsync(
            folder.Path,
            ("ExternalSignIn:Authority", $"{provider.Address}"),
            ("ExternalSignIn:ClientId", "briefings"),
            ("ExternalSignIn:ClientSecret", "a secret of this test"),
            ("ExternalSignIn:Name", "the house"),
            ("ExternalSignIn:Groups:0:Group", "desk"), ("ExternalSignIn:Groups:0:Role", "requester"), ("ExternalSignIn:Groups:0:Clearance", "TLP:AMBER"),
            ("ExternalSignIn:Groups:1:Group", "operators"), ("ExternalSignIn:Groups:1:Role", "administrator"));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    public void Dispose()
    {
        provider.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Whoever_is_in_a_group_that_belongs_here_comes_in_as_what_it_says()
    {
        await StartProviderAsync();
        using var browser = Browser();

        var (end, _) = await SignInAsync(browser, "amina", "/requests?mine=true");

        end.ShouldBe("/requests?mine=true");
        (await browser.GetStringAsync("/account")).ShouldContain("Amina Benali, requester");
        (await browser.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await UsersAsync()).ShouldContain("amina.b  requester  TLP:AMBER  main");
    }

    [Fact]
    public async Task Of_several_groups_the_highest_role_counts()
    {
        await StartProviderAsync();
        using var browser = Browser();

        await SignInAsync(browser, "karim");

        (await browser.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("guest", "nobody has let you in here")]
    [InlineData("impostor", "Somebody has your name here already")]
    public async Task Others_stay_outside_and_are_told_why(string account, string words)
    {
        await StartProviderAsync();
        using var browser = Browser();

        var (end, page) = await SignInAsync(browser, account);

        end.ShouldStartWith("/sign-in?problem=");
        page.ShouldContain(words);
        (await browser.GetAsync("/requests")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_opens_nothing()
    {
        await StartProviderAsync();
        using var browser = Browser();

        var answer = await browser.GetAsync("/sign-in/external/back?code=stolen&state=forged");

        answer.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/sign-in?problem=Refused");
        (await browser.GetAsync("/requests")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_of_and_the_password_still_helps()
    {
        using var browser = Browser();

        var answer = await browser.GetAsync("/sign-in/external");

        answer.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/sign-in?problem=Away");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("id=\"password\"");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_leads_to_the_providers_end()
    {
        await StartProviderAsync();
        using var browser = Browser();
        await SignInAsync(browser, "amina");

        var form = await browser.GetStringAsync("/account");
        var left = await browser.PostAsync("/account?handler=SignOut", Form(("__RequestVerificationToken", TokenIn(form))));

        left.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/sign-in?left=True");
        (await browser.GetAsync("/requests")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        var farewell = await browser.GetAsync("/sign-in/external/out");
        farewell.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Path).ShouldBe($"{provider.Address}session/end");
    }

    private Task StartProviderAsync() => provider.StartAsync(service.Http.BaseAddress!, new Dictionary<string, object>
    {
        ["amina"] = new { preferred_username = "amina.b", name = "Amina Benali", groups = new[] { "desk", "choir" } },
        ["karim"] = new { preferred_username = "karim", name = "Karim", groups = new[] { "desk", "operators" } },
        ["guest"] = new { preferred_username = "guest", name = "A guest", groups = new[] { "choir" } },
        ["impostor"] = new { preferred_username = "Youssef", name = "Youssef", groups = new[] { "operators" } },
    });

    /// <summary>As a browser would go: to the provider, through its pages, and back.</summary>
    /// <returns>Where it ends, and what stands there.</returns>
    private async Task<(string Address, string Page)> SignInAsync(HttpClient browser, string account, string? back = null)
    {
        var answer = await browser.GetAsync($"/sign-in/external{(back is null ? "" : $"?returnUrl={Uri.EscapeDataString(back)}")}");
        var page = await answer.Content.ReadAsStringAsync();
        while (answer.RequestMessage!.RequestUri!.Port == provider.Address.Port && Action().Match(page) is { Success: true } form)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            answer = await browser.PostAsync(
                new Uri(answer.RequestMessage.RequestUri, form.Groups["action"].Value),
                Form(("prompt", Prompt().Match(page).Groups["prompt"].Value), ("login", account), ("password", "any")));
            page = await answer.Content.ReadAsStringAsync();
        }

        return (answer.RequestMessage.RequestUri.PathAndQuery, page);
    }

    private HttpClient Browser() => new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = service.Http.BaseAddress };


    private async Task<string> UsersAsync() => (await BuiltProgram.RunAsync("users", "list", "--data", folder.Path)).Output;

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static string TokenIn(string page) => Token().Match(page).Groups["token"].Value;

    [GeneratedRegex("<form[^>]*action=\"(?<action>[^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"prompt\" value=\"(?<prompt>[^\"]+)\"")]
    private static partial Regex Prompt();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
