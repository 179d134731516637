using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>The list as somebody uses it who looks for something.</summary>
public sealed class FindingTests : IAsyncLifetime
{
    private readonly TestService service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task What_is_looked_for_stays_in_the_fields_and_in_the_address_of_older_ones()
    {
        for (var i = 0; i < 26; i++)
            await service.SubmitAsync(new() { Sections = ["domestic"], Title = "Wanted & <found>", Language = "fr" });
        await service.SubmitAsync(new() { Sections = ["domestic"], Title = "Wanted, in English" });

        var first = await service.Client.GetStringAsync(
            "/requests?q=wanted+%26&state=queued&state=failed&language=fr&edition=false&from=2026-11-01&to=2026-11-30");

        Numbers(first).Count.ShouldBe(25);
        foreach (var field in new[]
        {
            "name=\"q\" value=\"wanted &amp;\"", "value=\"queued\" checked", "value=\"failed\" checked", "value=\"fr\" lang=\"fr\" selected",
            "value=\"false\" selected", "name=\"from\" value=\"2026-11-01\"", "name=\"to\" value=\"2026-11-30\"", "<details class=\"mt-3\" open",
        })
            first.ShouldContain(field);
        var older = WebUtility.HtmlDecode(Regex.Match(first, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value);
        older.ShouldContain("q=wanted%20%26&state=queued&state=failed&language=fr&edition=false&from=2026-11-01&to=2026-11-30&cursor=");
        var second = await service.Client.GetStringAsync(older);
        Numbers(second).Count.ShouldBe(1);
        WebUtility.HtmlDecode(second).ShouldContain("href=\"/requests?q=wanted%20%26&state=queued");
    }

    [Fact]
    public async Task Where_nothing_is_found_the_page_says_so_and_offers_everything()
    {
        await service.SubmitAsync();

        var page = await service.Client.GetStringAsync("/requests?q=%3Cscript%3E&language=ar");

        page.ShouldContain("No request matches.");
        page.ShouldContain("href=\"/requests\">Show all requests</a>");
        page.ShouldContain("value=\"&lt;script&gt;\"");
        page.ShouldNotContain("No briefing has been made yet.");
    }

    [Theory]
    [InlineData("state=nonsense")]
    [InlineData("language=xx")]
    [InlineData("edition=perhaps")]
    [InlineData("from=yesterday")]
    [InlineData("from=2026-11-02&to=2026-11-01")]
    public async Task A_filter_that_is_not_offered_is_told_and_the_form_stays(string query)
    {
        await service.SubmitAsync();

        var answer = await service.Client.GetAsync($"/requests?q=something&{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("The search was not carried out");
        page.ShouldContain("value=\"something\"");
        Numbers(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_whole_number_or_reference_leads_to_its_request_and_a_part_to_the_list()
    {
        var request = await service.FinishAsync(await service.SubmitAsync());
        await service.SubmitAsync();

        foreach (var address in new[]
        {
            $"/requests?q={request.Number}", $"/requests?q=%20{request.Number.ToLowerInvariant()}%20&state=&language=", $"/requests/{request.Number}",
            $"/requests/{request.Number.ToLowerInvariant()}",
        })
        {
            var answer = await service.Client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
            answer.Headers.Location!.OriginalString.ShouldBe($"/requests/{request.Id}");
        }

        Numbers(await service.Client.GetStringAsync("/requests?q=MCT-2026-000")).Count.ShouldBe(2);
        Numbers(await service.Client.GetStringAsync($"/requests?q={request.Number}&state=completed")).ShouldBe([request.Number]);
        Numbers(await service.Client.GetStringAsync($"/requests?q={request.Number}&state=failed")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/requests/MCT-2026-9999", "MCT-2026-9999")]
    [InlineData("/requests/something%20else", "something else")]
    [InlineData("/requests/%3Cb%3E%22x", "&lt;b&gt;&quot;x")]
    [InlineData("/requests/%D8%A5%D8%B5%D9%84%D8%A7%D8%AD", "إصلاح")]
    [InlineData("/requests/01900000-0000-7000-8000-000000000001", "")]
    [InlineData("/requests/01900000-0000-7000-8000-000000000001/delete", "")]
    [InlineData("/requests/a/b", "a/b")]
    public async Task An_address_that_leads_nowhere_offers_the_search_with_what_stood_there(string address, string sought)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.Add("Accept", "text/html");

        var answer = await service.Client.SendAsync(message);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("action=\"/requests\" role=\"search\"");
        page.ShouldContain($"name=\"q\" value=\"{sought}\"");
    }

    [Fact]
    public async Task Elsewhere_no_search_is_offered_and_a_program_gets_problem_details()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        message.Headers.Add("Accept", "text/html");

        (await (await service.Client.SendAsync(message)).Content.ReadAsStringAsync()).ShouldNotContain("role=\"search\"");
        await (await service.Client.GetAsync("/requests/MCT-2026-9999")).ProblemAsync(404);
    }

    [Fact]
    public async Task A_row_tells_all_by_which_two_requests_can_differ()
    {
        var request = await service.SubmitAsync(new()
        {
            Sections = ["us-cooperation"],
            Topics = ["training"],
            Language = "fr",
            Title = "Visite",
            PreparedFor = "Cabinet",
            Paper = Paper.Letter,
            Depth = Depth.Full,
            Marking = "TLP:AMBER",
            Profile = Profile.Archive,
        });
        await service.FinishAsync(request);

        var row = WebUtility.HtmlDecode(Rows(await service.Client.GetStringAsync("/requests")).ShouldHaveSingleItem());

        foreach (var told in new[]
        {
            request.Number, "Visite", "on paper MCT-", "for Cabinet", "Cooperation with the United States", "Topics: ", "Français", "Full",
            "US Letter", "Archive", "3 pages", "TLP:AMBER", "Ready", "22 November 2026, 13:00", "by API",
        })
            row.ShouldContain(told);
    }

    [Fact]
    public async Task A_row_offers_what_can_be_done_and_comes_back_to_the_same_list()
    {
        using var browser = service.Browser();
        var (done, waiting, failed) = (
            await service.FinishAsync(await service.SubmitAsync()), await service.SubmitAsync(new() { Sections = ["domestic"], Title = "Waiting" }),
            await service.SubmitAsync());
        await service.FailAsync(failed, "It failed", "once");
        var list = await FormPage.OpenAsync(browser, "/requests?state=completed&state=queued&state=failed");
        var rows = Rows(list.Html).Select(WebUtility.HtmlDecode).ToList();

        (Row(done).Contains($"{done.Id}/document"), Row(done).Contains("name=\"ids\""), Row(done).Contains($"/?from={done.Id}"), Row(done).Contains("/delete"))
            .ShouldBe((true, true, true, true));
        (Row(waiting).Contains("handler=Cancel"), Row(waiting).Contains("name=\"ids\""), Row(waiting).Contains("/delete")).ShouldBe((true, false, false));
        (Row(failed).Contains("handler=Retry"), Row(failed).Contains("handler=Cancel"), Row(failed).Contains("/delete")).ShouldBe((true, false, true));

        var pressed = await list.PressAsync($"/requests/{waiting.Id}?handler=Cancel", ("list", "/requests?state=completed&state=queued"));
        pressed.Headers.Location!.OriginalString.ShouldBe("/requests?state=completed&state=queued");
        (await service.Ledger.FindAsync(waiting)).State.ShouldBe(RequestState.Cancelled);

        string Row(BriefingRequest request) => rows.Single(row => row!.Contains(request.Number, StringComparison.Ordinal))!;
    }

    [Theory]
    [InlineData("https://elsewhere.example/requests")]
    [InlineData("//elsewhere.example")]
    [InlineData("/requests\r\nX-Evil: 1")]
    [InlineData("/requests?q=é")]
    [InlineData("/requests/../people")]
    public async Task What_is_no_list_of_ours_is_not_gone_back_to(string list)
    {
        using var browser = service.Browser();
        var request = await service.SubmitAsync();
        var page = await FormPage.OpenAsync(browser, "/requests");

        var pressed = await page.PressAsync($"/requests/{request.Id}?handler=Cancel", ("list", list));

        pressed.Headers.Location!.OriginalString.ShouldBe($"/requests/{request.Id}");
    }

    private static List<string> Numbers(string page) =>
        [.. Regex.Matches(page, "<span class=\"number\">(MCT-[^<]+)</span>").Select(match => match.Groups[1].Value)];

    private static List<string> Rows(string page) =>
        [.. Regex.Matches(page, "<tr role=\"row\">\\s*<td.*?</tr>", RegexOptions.Singleline).Select(match => match.Value)];
}
