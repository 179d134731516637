using System.Net;
using System.Net.Http.Json;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>What a page elsewhere makes a browser send, with or without what it may have learnt, does nothing here.</summary>
[Collection(SharedCollection.Name)]
public sealed class ForgeryTests(SharedService shared)
{
    [Theory]
    [InlineData("/people")]
    [InlineData("/people/{id}")]
    [InlineData("/people/{id}?handler=Link")]
    [InlineData("/people/{id}?handler=Disable&disabled=true")]
    [InlineData("/people/{id}?handler=Sessions")]
    [InlineData("/people/{id}?handler=Delete")]
    [InlineData("/account?handler=SignOut")]
    [InlineData("/account?handler=Password")]
    [InlineData("/account?handler=App")]
    [InlineData("/account?handler=Key")]
    [InlineData("/account?handler=Everywhere")]
    public async Task A_form_without_its_token_or_with_one_of_another_session_is_refused(string address)
    {
        var root = await shared.AddAsync(Role.Administrator);
        var victim = await shared.AddAsync();
        using var browser = await shared.BrowserAsync(root);
        using var attacker = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator));
        await browser.GetAsync("/account");
        var stolen = await FormPage.OpenAsync(attacker, "/account");
        var before = (await shared.Service.AuditAsync()).Count;

        var bare = new FormUrlEncodedContent([new("Name", "evil"), new("Role", "Administrator"), new("Clearance", "TLP:RED")]);
        foreach (var form in new[] { bare, stolen.Fields() })
            (await browser.PostAsync(address.Replace("{id}", $"{victim.Id}", StringComparison.Ordinal), form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await shared.Service.AuditAsync()).Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    [InlineData("/welcome")]
    public async Task Nobody_is_signed_in_by_a_form_of_another_page(string address)
    {
        using var browser = shared.Service.Browser();

        (await browser.PostAsync(address, new FormUrlEncodedContent([new("name", "person1"), new("password", SharedService.Password)])))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("use/question")]
    [InlineData("use")]
    [InlineData("add/question")]
    [InlineData("add")]
    public async Task A_passkey_is_neither_used_nor_added_without_the_pages_token(string path)
    {
        using var browser = await shared.BrowserAsync(await shared.AddAsync());
        using var attacker = await shared.BrowserAsync(await shared.AddAsync());
        var stolen = (await FormPage.OpenAsync(attacker, "/account")).Token;

        (await PasskeyAsync(browser, path, null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PasskeyAsync(browser, path, stolen)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync($"/passkeys/{path}", new FormUrlEncodedContent([]))).StatusCode
            .ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("add/question")]
    [InlineData("add")]
    public async Task Nobody_without_session_or_invitation_adds_a_passkey(string path)
    {
        using var browser = shared.Service.Browser();
        var token = (await FormPage.OpenAsync(browser, "/sign-in")).Token;

        var answer = await PasskeyAsync(browser, path, token, new { token = "guessed" });

        (await answer.ProblemAsync(400)).Text("detail").ShouldContain("link");
    }

    [Fact]
    public async Task What_is_no_passkey_is_refused_in_words()
    {
        using var browser = shared.Service.Browser();
        var token = (await FormPage.OpenAsync(browser, "/sign-in")).Token;

        await PasskeyAsync(browser, "use/question", token);
        foreach (var credential in new object?[] { null, "x", new { id = "AAAA" }, new[] { 1 } })
            (await (await PasskeyAsync(browser, "use", token, new { credential })).ProblemAsync(400)).Text("detail").ShouldContain("passkey");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("anything")]
    public async Task A_cookie_authorises_no_call_of_a_page_elsewhere(string site)
    {
        using var browser = await shared.BrowserAsync(await shared.AddAsync(Role.Administrator));
        using var own = new HttpRequestMessage(HttpMethod.Get, "/api/v1/requests");
        own.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/api/v1/requests");
        foreign.Headers.Add("Sec-Fetch-Site", site);

        (await browser.SendAsync(own)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/api/v1/requests")).StatusCode.ShouldBe(HttpStatusCode.OK, "the session is still there");
    }

    private static Task<HttpResponseMessage> PasskeyAsync(HttpClient browser, string path, string? token, object? body = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"/passkeys/{path}") { Content = JsonContent.Create(body ?? new { }) };
        if (token is not null)
            message.Headers.Add("RequestVerificationToken", token);
        return browser.SendAsync(message);
    }
}
