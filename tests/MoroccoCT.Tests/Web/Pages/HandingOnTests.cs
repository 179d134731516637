using System.Net;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>Handing a finished briefing on, from its page.</summary>
[Collection(SharedCollection.Name)]
public sealed class HandingOnTests(SharedService shared)
{
    private readonly string desk = $"desk {Guid.CreateVersion7():N}";

    [Fact]
    public async Task A_colleague_finds_what_was_sent_in_his_list_unread_until_he_opens_it()
    {
        var (amina, youssef) = (await shared.AddAsync(desk: desk), await shared.AddAsync(Role.Reader, desk: desk, displayName: "Youssef <b>"));
        var done = await shared.FinishedAsync(amina);
        using var from = await shared.BrowserAsync(amina);
        using var to = await shared.BrowserAsync(youssef);
        var page = await FormPage.OpenAsync(from, $"/requests/{done.Id}");
        page.Html.ShouldContain("Youssef &lt;b&gt;");

        var pressed = await SendAsync(page, done, "For <i>you</i>", youssef);

        pressed.Headers.Location!.OriginalString.ShouldBe($"/requests/{done.Id}");
        (await from.GetStringAsync(pressed.Headers.Location)).ShouldContain("not opened yet");
        var list = await to.GetStringAsync("/requests");
        list.ShouldContain("Sent to you");
        list.ShouldContain("For &lt;i&gt;you&lt;/i&gt;");
        list.ShouldContain(">New</span>");
        await to.SendAsync(new(HttpMethod.Head, $"/requests/{done.Id}"));
        (await to.GetStringAsync("/requests")).ShouldContain(">New</span>", Case.Sensitive, "the head alone is not looked at");
        (await to.GetStringAsync($"/requests/{done.Id}")).ShouldContain($"{amina.DisplayName} sent this to you, 22 November 2026");
        (await to.GetStringAsync("/requests")).ShouldNotContain(">New</span>");
        (await to.GetStringAsync("/requests?q=x")).ShouldNotContain("Sent to you");
        (await from.GetStringAsync($"/requests/{done.Id}")).ShouldContain("· opened");
        (await from.GetStringAsync("/requests")).ShouldNotContain("Sent to you");
    }

    [Fact]
    public async Task Only_colleagues_who_may_see_it_are_offered_and_no_other_is_sent_anything()
    {
        var (amina, cleared) = (await shared.AddAsync(clearance: 2, desk: desk), await shared.AddAsync(clearance: 2, desk: desk));
        var (low, elsewhere) = (await shared.AddAsync(desk: desk), await shared.AddAsync(clearance: 4, desk: "elsewhere"));
        var done = await shared.FinishedAsync(amina, marking: 2);
        using var browser = await shared.BrowserAsync(amina);
        var page = await FormPage.OpenAsync(browser, $"/requests/{done.Id}");

        page.Html.ShouldContain($"{cleared.Id}");
        foreach (var other in new[] { amina, low, elsewhere })
        {
            page.Html.ShouldNotContain($"value=\"{other.Id}\"");
            var refused = await SendAsync(page, done, "A note", cleared, other);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var told = await refused.Content.ReadAsStringAsync();
            told.ShouldContain("Nothing was sent");
            told.ShouldContain("value=\"A note\"");
        }

        (await shared.Service.Get<Handovers>().ReceivedAsync(cleared, 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_cannot_be_carried_out_says_why_and_keeps_what_was_typed()
    {
        var (amina, zoe) = (await shared.AddAsync(desk: desk), await shared.AddAsync(desk: desk));
        var done = await shared.FinishedAsync(amina);
        using var browser = await shared.BrowserAsync(amina);
        var page = await FormPage.OpenAsync(browser, $"/requests/{done.Id}");

        (await ToldAsync(SendAsync(page, done, "Typed"))).ShouldContain("Choose at least one colleague.");
        (await ToldAsync(SendAsync(page, done, new string('x', 201), zoe))).ShouldContain("The note is too long.");
        var told = await ToldAsync(SendAsync(page, done, "turned \u202E round", zoe));
        told.ShouldContain("characters that cannot be seen");
        told.ShouldContain($"value=\"{zoe.Id}\" id=\"to-{zoe.Number}\" checked");
        (await SendAsync(page, await shared.SubmitAsync(amina), "", zoe)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is not finished");

        static async Task<string> ToldAsync(Task<HttpResponseMessage> sending)
        {
            var answer = await sending;
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task Somebody_alone_with_the_service_is_offered_link_and_citation_and_no_colleagues()
    {
        var service = new TestService(new() { ["Web:PublicUrl"] = "https://briefings.example.org/desk", ["Desk:Name"] = "Cabinet & Co" }, _ => { });
        await service.InitializeAsync();
        try
        {
            var plain = await FinishAsync(new() { Sections = ["regional"], Title = "A <b>title</b>" });
            var numbered = await FinishAsync(new() { Sections = ["regional"], Numbered = true, Depth = Depth.Summary });

            var page = WebUtility.HtmlDecode(await service.Client.GetStringAsync($"/desk/requests/{plain.Id}"));
            page.ShouldContain($"value=\"https://briefings.example.org/desk/requests/{plain.Number}\"");
            page.ShouldContain(
                $"Cabinet & Co: A <b>title</b>. {plain.Reference}, issued 22 November 2026, TLP:CLEAR, SHA-256 {plain.Sha256![..16]}. "
                + $"https://briefings.example.org/desk/requests/{plain.Number}</textarea>");
            page.ShouldNotContain("Send to a colleague");
            WebUtility.HtmlDecode(await service.Client.GetStringAsync($"/desk/requests/{numbered.Id}")).ShouldContain($". {numbered.Number}, issued");
        }
        finally
        {
            await service.DisposeAsync();
        }

        async Task<BriefingRequest> FinishAsync(BriefingOrder order) => await service.FinishAsync(await service.SubmitAsync(order));
    }

    [Fact]
    public async Task The_same_briefing_in_other_languages_is_offered_as_one_file()
    {
        var service = new TestService();
        await service.InitializeAsync();
        try
        {
            var english = await service.FinishAsync(await service.SubmitAsync(new() { Sections = ["regional"] }));
            (await service.Client.GetStringAsync($"/requests/{english.Id}")).ShouldNotContain("requests/archive");
            var french = await service.FinishAsync(await service.SubmitAsync(new() { Sections = ["regional"], Language = "fr" }));

            var page = WebUtility.HtmlDecode(await service.Client.GetStringAsync($"/requests/{english.Id}"));

            page.ShouldContain($"href=\"/api/v1/requests/archive?ids={english.Id}&ids={french.Id}\"");
            page.ShouldContain("This briefing is also ready in: Français.");
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    private static Task<HttpResponseMessage> SendAsync(FormPage page, BriefingRequest request, string note, params Person[] to) =>
        page.Browser.PostAsync($"/requests/{request.Id}?handler=HandOn", new FormUrlEncodedContent(
            [.. to.Select(person => KeyValuePair.Create("to", $"{person.Id}")), new("note", note), new("__RequestVerificationToken", page.Token)]));
}
