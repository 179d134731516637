using System.Net;
using System.Net.Http.Headers;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>What was ended opens nothing from the next call on.</summary>
[Collection(SharedCollection.Name)]
public sealed class EndedTests(SharedService shared)
{
    [Fact]
    public async Task A_revoked_key_is_refused_at_the_next_call()
    {
        var person = await shared.AddAsync();
        using var program = await shared.ProgramAsync(person, "read");
        (await program.GetAsync("/api/v1/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await RevokeAsync(person);

        var refused = await program.GetAsync("/api/v1/requests");
        await refused.ProblemAsync(401);
        refused.Headers.WwwAuthenticate.ToString().ShouldContain("Bearer");
        refused.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
    }

    [Fact]
    public async Task A_session_that_was_ended_is_refused_at_the_next_call_and_its_cookie_taken_back()
    {
        var person = await shared.AddAsync();
        using var browser = await shared.BrowserAsync(person);
        (await browser.GetAsync("/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await shared.Service.Get<Accounts>().ChangeAsync(person.Id, new() { Role = Role.Editor }, SharedService.By, default);

        (await browser.GetAsync("/api/v1/requests")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var sent = await browser.GetAsync("/requests");
        sent.Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("key")]
    [InlineData("clearance")]
    [InlineData("disabled")]
    public async Task An_open_stream_of_events_tells_nothing_more(string end)
    {
        var person = await shared.AddAsync(clearance: 2);
        var request = await shared.SubmitAsync(person, marking: 2);
        using var program = end == "key" ? await shared.ProgramAsync(person, "read") : await shared.BrowserAsync(person);
        using var stream = await program.GetAsync($"/api/v1/requests/{request.Id}/events", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        (await NextAsync(lines)).ShouldContain("queued");

        if (end == "key")
            await RevokeAsync(person);
        else
            await shared.Service.Get<Accounts>().ChangeAsync(
                person.Id, end == "clearance" ? new() { Clearance = Marking.Clear } : new() { IsDisabled = true }, SharedService.By, default);
        await shared.Service.FinishAsync(request);

        (await lines.ReadToEndAsync()).ShouldNotContain("data:");
    }

    [Theory]
    [InlineData("Bearer", "mct_guessed")]
    [InlineData("Bearer", "")]
    [InlineData("Basic", "cm9vdDpyb290")]
    public async Task What_is_no_key_opens_nothing_even_beside_a_session(string scheme, string key)
    {
        using var browser = await shared.BrowserAsync(await shared.AddAsync());
        using var message = new HttpRequestMessage(HttpMethod.Get, "/api/v1/requests");
        message.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {key}");

        (await browser.SendAsync(message)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/account")]
    [InlineData("/audit")]
    public async Task A_key_never_opens_a_page(string address)
    {
        using var program = await shared.ProgramAsync(await shared.AddAsync(Role.Administrator), "read", "orders", "admin");

        (await program.GetAsync(address)).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        program.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        (await program.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_key_is_good_for_no_more_than_its_owner_still_may()
    {
        await shared.AddAsync(Role.Administrator);
        var person = await shared.AddAsync(Role.Administrator);
        using var program = await shared.ProgramAsync(person, "read", "orders", "admin");
        (await program.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await shared.Service.Get<Accounts>().ChangeAsync(person.Id, new() { Role = Role.Reader }, SharedService.By, default);

        (await program.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.PostAsync("/api/v1/requests", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/v1/requests")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<bool> RevokeAsync(Person person) => await shared.Service.Get<ApiKeys>().RevokeAsync(
        (await shared.Service.Get<ApiKeys>().ListAsync(person.Id, default))[0].Id, person.Id, SharedService.By, default);

    private static async Task<string> NextAsync(StreamReader lines)
    {
        var line = await lines.ReadLineAsync();
        while (line is not null && !line.StartsWith("data:", StringComparison.Ordinal))
            line = await lines.ReadLineAsync();
        return line ?? "";
    }
}
