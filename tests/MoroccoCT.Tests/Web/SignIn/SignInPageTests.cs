using System.Net;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;
using OtpNet;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>Signing in by the pages; each test has a service of its own, because sign-ins are limited by address.</summary>
public sealed class SignInPageTests : IAsyncLifetime
{
    private readonly SharedService shared = new();

    public Task InitializeAsync() => shared.InitializeAsync();

    public Task DisposeAsync() => shared.DisposeAsync();

    [Fact]
    public async Task Whoever_wants_a_page_signs_in_first_and_is_led_there()
    {
        var person = await shared.AddWithPasswordAsync();
        using var browser = shared.Service.Browser();

        var sent = await browser.GetAsync("/requests?mine=true");
        sent.Headers.Location!.OriginalString.ShouldBe("/sign-in?returnUrl=%2Frequests%3Fmine%3Dtrue");
        var answer = await SignInAsync(browser, person.Name, sent.Headers.Location.OriginalString);

        (answer.StatusCode, answer.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/requests?mine=true"));
        (await browser.GetAsync("/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%2Fevil.example/..//evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("requests")]
    [InlineData(" //evil.example")]
    public async Task No_address_elsewhere_is_led_to(string address)
    {
        var person = await shared.AddWithPasswordAsync();
        using var browser = shared.Service.Browser();
        var page = $"/sign-in?returnUrl={Uri.EscapeDataString(address)}";

        foreach (var answer in new[]
        {
            await SignInAsync(browser, person.Name, page),
            await browser.GetAsync(page),
            await SignInAsync(shared.Service.Browser(), person.Name, "/sign-in", ("returnUrl", address)),
        })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            new Uri(shared.Service.Address, answer.Headers.Location!).Host.ShouldBe("127.0.0.1", address);
        }
    }

    [Fact]
    public async Task Whoever_is_not_let_in_reads_the_same_words_whoever_it_was()
    {
        var person = await shared.AddWithPasswordAsync();
        using var browser = shared.Service.Browser();

        var pages = new List<string>();
        foreach (var name in new[] { person.Name, "nobody" })
        {
            var answer = await SignInAsync(browser, name, "/sign-in", ("password", "onze grenades sur le toit"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            pages.Add((await answer.Content.ReadAsStringAsync()).Replace(name, "", StringComparison.Ordinal));
        }

        WithoutTokens(pages[0]).ShouldBe(WithoutTokens(pages[1]));
    }

    [Fact]
    public async Task A_planted_session_is_never_taken_up_and_each_sign_in_has_its_own()
    {
        var person = await shared.AddWithPasswordAsync();
        var planted = Token.New();
        var cookies = shared.Cookies(planted);
        using var browser = shared.Service.Browser(cookies);

        await SignInAsync(browser, person.Name, "/sign-in");
        var first = SessionOf(cookies);
        first.ShouldNotBe(planted);
        (await shared.Service.Get<Sessions>().FindAsync(planted, default)).ShouldBeNull();

        await (await FormPage.OpenAsync(browser, "/account")).PressAsync("/account?handler=SignOut");
        (await shared.Service.Get<Sessions>().FindAsync(first, default)).ShouldBeNull();
        await SignInAsync(browser, person.Name, "/sign-in");
        SessionOf(cookies).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_sessions_cookie_is_kept_from_scripts_and_other_sites()
    {
        var person = await shared.AddWithPasswordAsync();

        var answer = await SignInAsync(shared.Service.Browser(), person.Name, "/sign-in");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("moroccoct-session=", StringComparison.Ordinal));
        cookie.ShouldContain("path=/; samesite=lax; httponly");
        cookie.ShouldNotContain("domain");
    }

    [Fact]
    public async Task With_an_app_the_password_alone_opens_nothing()
    {
        var person = await shared.AddWithPasswordAsync();
        var time = shared.Service.Get<TimeProvider>();
        var secret = SecondFactor.NewSecret();
        var recovery = await shared.Service.Get<SecondFactor>().EnrolAsync(person.Id, secret, Code(secret, time), SharedService.By, default);
        using var browser = shared.Service.Browser();

        var half = await SignInAsync(browser, person.Name, "/sign-in?returnUrl=%2Frequests");
        half.Headers.Location!.OriginalString.ShouldStartWith("/sign-in/code");
        (await browser.GetAsync("/requests")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await FormPage.OpenAsync(browser, half.Headers.Location.OriginalString);
        (await page.PressAsync("/sign-in/code", ("code", Code(secret, time)))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "it was used to enrol");
        var whole = await page.PressAsync("/sign-in/code", ("code", recovery![0]));

        whole.Headers.Location!.OriginalString.ShouldBe("/requests");
        (await browser.GetAsync("/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/sign-in/code")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in?");
    }

    [Fact]
    public async Task An_invitation_opens_the_service_once()
    {
        var person = await shared.AddAsync();
        var token = await shared.Service.Get<OneTimeLinks>().InviteAsync(person.Id, SharedService.By, default);
        using var browser = shared.Service.Browser();

        var page = await FormPage.OpenAsync(browser, $"/welcome?token={token}");
        (await page.PressAsync("/welcome", ("password", "password1234"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await page.PressAsync("/welcome", ("password", SharedService.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var again = await shared.Service.Browser().GetAsync($"/welcome?token={token}");
        (again.StatusCode, again.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.NotFound, true));
        again.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task The_link_of_the_first_start_makes_an_administrator_who_gets_what_was_ordered_before()
    {
        var solo = await shared.Service.SubmitAsync();
        var token = await shared.Service.Get<OneTimeLinks>().SetUpAsync(default);
        using var browser = shared.Service.Browser();

        var page = await FormPage.OpenAsync(browser, $"/welcome?token={token}");
        await page.PressAsync("/welcome", ("name", "Root"), ("password", SharedService.Password));

        (await browser.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetStringAsync("/requests?mine=true")).ShouldContain(solo.Number);
        (await shared.Service.Browser().GetAsync($"/welcome?token={token}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Whoever tries faster than anybody types is told to wait; nobody gets an error, and the service stays well.</summary>
    [Fact]
    public async Task Two_hundred_sign_ins_at_once_are_answered()
    {
        var person = await shared.AddWithPasswordAsync();
        using var browser = shared.Service.Browser();
        var page = await FormPage.OpenAsync(browser, "/sign-in");

        var tries = Enumerable.Range(0, 200).Select(i => page.PressAsync(
            "/sign-in", ("name", i % 2 == 0 ? person.Name : $"nobody{i}"), ("password", "onze grenades sur le toit"))).ToList();
        var health = await browser.GetAsync("/health/live");
        var answers = await Task.WhenAll(tries);

        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        answers.Select(answer => (int)answer.StatusCode).Distinct().Order().ShouldBe([401, 429]);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBeLessThanOrEqualTo(30);
        answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldAllBe(answer => answer.Headers.RetryAfter != null);
    }

    [Fact]
    public async Task A_name_that_nobody_has_costs_as_much_as_one_that_somebody_has()
    {
        var person = await shared.AddWithPasswordAsync();
        using var browser = shared.Service.Browser();
        await SignInAsync(browser, "first", "/sign-in");

        foreach (var name in new[] { person.Name, "nobody", "<script>", new string('x', 5000), "" })
        {
            var (hashed, verified) = (shared.Hasher.Hashed, shared.Hasher.Verified);
            await SignInAsync(browser, name, "/sign-in", ("password", "onze grenades sur le toit"));
            (shared.Hasher.Hashed - hashed, shared.Hasher.Verified - verified).ShouldBe((0, 1), name);
        }
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string address, params (string Name, string Value)[] more)
    {
        var page = await FormPage.OpenAsync(browser, address);
        var typed = more.Append(("name", name)).ToList();
        if (!typed.Exists(field => field.Item1 == "password"))
            typed.Add(("password", SharedService.Password));
        return await page.PressAsync("/sign-in", [.. typed]);
    }

    private string SessionOf(CookieContainer cookies) => cookies.GetCookies(shared.Service.Address)["moroccoct-session"]!.Value;

    private static string Code(string secret, TimeProvider time) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(time.GetUtcNow().UtcDateTime);

    private static string WithoutTokens(string page) => System.Text.RegularExpressions.Regex.Replace(page, "CfDJ8[A-Za-z0-9_-]+", "");
}
