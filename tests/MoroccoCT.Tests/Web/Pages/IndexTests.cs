using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Web.Pages;

[Collection(WebCollection.Name)]
public sealed class IndexTests(TestService service) : IDisposable
{
    private readonly HttpClient browser = service.Browser();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task Ticking_a_section_makes_a_request_and_shows_it()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(
            ("Sections", "us-cooperation"), ("Title", "For three o’clock"), ("PreparedFor", "A visitor"), ("Language", "fr"),
            ("Paper", "Letter"), ("Depth", "Full"), ("Marking", "TLP:AMBER"), ("Profile", "Archive"), ("Numbered", "true"));

        var order = (await RequestOf(response)).Order;
        (order.Title, order.PreparedFor, order.Language, order.Marking, order.Numbered).ShouldBe(("For three o’clock", "A visitor", "fr", "TLP:AMBER", true));
        ($"{order.Paper}", $"{order.Depth}", $"{order.Profile}").ShouldBe(("Letter", "Full", "Archive"));
        order.Topics.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_orders_bears_its_number_unless_the_mark_is_taken_away()
    {
        var form = await FormPage.OpenAsync(browser);

        (await RequestOf(await form.SendAsync(("Sections", "domestic")))).Order.Numbered.ShouldBeFalse("the box was not sent");
        form.IsChecked("numbered").ShouldBeTrue();
    }

    [Fact]
    public async Task A_topic_brings_its_section_along()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(("Topics", "bcij"), ("Topics", "gctf"));

        var order = (await RequestOf(response)).Order;
        order.Sections.ShouldBe(["domestic", "regional"]);
        order.Topics.ShouldBe(["bcij", "gctf"]);
    }

    [Fact]
    public async Task Sending_the_same_page_twice_makes_one_request()
    {
        var form = await FormPage.OpenAsync(browser);

        var first = await form.SendAsync(("Sections", "domestic"));
        var second = await form.SendAsync(("Sections", "domestic"));

        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task Going_back_and_changing_the_order_makes_another_request()
    {
        var form = await FormPage.OpenAsync(browser);

        var first = await form.SendAsync(("Sections", "domestic"));
        var second = await form.SendAsync(("Sections", "regional"));

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.Headers.Location.ShouldNotBe(first.Headers.Location);
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_the_input_is_kept()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(("Title", "bell\u0007"), ("PreparedFor", "The <b>Office</b>"), ("Paper", "Letter"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = new FormPage(browser, await response.Content.ReadAsStringAsync());
        again.Html.ShouldContain("<title>Error: New briefing");
        again.Html.ShouldContain("Choose at least one section or topic.");
        again.Html.ShouldContain("“Title” holds the control character");
        again.Html.ShouldContain("aria-describedby=\"title-hint title-error\"");
        again.Value("preparedFor").ShouldBe("The <b>Office</b>");
        again.Html.ShouldNotContain("<b>Office");
        again.IsChecked("paper-Letter").ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_summary_is_refused_beside_the_depth_with_topics_by_their_titles()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(("Topics", "border"), ("Depth", "Summary"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = new FormPage(browser, await response.Content.ReadAsStringAsync());
        again.Html.ShouldContain("<a href=\"#depth-Summary\">A summary shows key points and dated events, and what is chosen has neither.");
        again.Html.ShouldContain("<fieldset aria-describedby=\"depth-error\">");
        again.Html.ShouldContain("such as Military assistance, allied status and trade");
        again.Html.ShouldNotContain("military-trade (");
        (again.IsChecked("depth-Summary"), again.IsChecked("topic-border")).ShouldBe((true, true));
    }

    [Fact]
    public async Task Each_error_leads_to_a_field_that_is_there()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(
            ("Topics", "no-such-topic"), ("Title", "\u0007"), ("PreparedFor", "\u0007"), ("Language", "de"), ("Marking", "SECRET"));

        var page = await response.Content.ReadAsStringAsync();
        var targets = Regex.Matches(page, "<a href=\"#([^\"]+)\">").Select(link => link.Groups[1].Value).Where(target => target != "content").ToList();
        targets.Distinct().Count().ShouldBe(5);
        targets.ShouldAllBe(target => page.Contains($"id=\"{target}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_the_form_cannot_send_is_refused()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(("Sections", "domestic"), ("Paper", "A5"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<a href=\"#paper-A4\">“Paper” has a value that this form does not offer.</a>");
    }

    [Fact]
    public async Task A_field_that_came_twice_is_refused_and_a_list_may()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(
            ("Sections", "domestic"), ("Sections", "regional"), ("Title", "One"), ("Title", "Two"), ("Language", "en"), ("Language", "fr"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("<a href=\"#title\">“Title” came twice. Send it once.</a>");
        page.ShouldContain("<a href=\"#language-en\">“Language” came twice. Send it once.</a>");
        page.ShouldNotContain("#section");
    }

    [Fact]
    public async Task Keys_with_brackets_are_fields_that_nobody_knows()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendAsync(("Sections", "domestic"), ("Title[", "x"), ("[", "x"), (new string('[', 600), "x"));

        (await RequestOf(response)).Order.Title.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_was_open_for_too_long_keeps_the_input()
    {
        var form = await FormPage.OpenAsync(browser);

        var response = await form.SendBareAsync(("Sections", "domestic"), ("Title", "Written with care"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = new FormPage(browser, await response.Content.ReadAsStringAsync());
        again.Html.ShouldContain("press Create once more");
        again.Value("title").ShouldBe("Written with care");
        again.IsChecked("section-domestic").ShouldBeTrue();
        (await again.SendAsync(("Sections", "domestic"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_earlier_order_fills_the_form()
    {
        var request = await service.SubmitAsync(
            new() { Sections = ["regional"], Topics = ["tsctp"], Title = "Once more", Language = "ar", Marking = "TLP:RED" });

        var form = await FormPage.OpenAsync(browser, $"/?from={request.Id}");

        form.Value("title").ShouldBe("Once more");
        form.IsChecked("topic-tsctp").ShouldBeTrue();
        form.IsChecked("section-regional").ShouldBeTrue();
        form.IsChecked("section-domestic").ShouldBeFalse();
        form.IsChecked("language-ar").ShouldBeTrue();
        form.IsChecked("marking-4").ShouldBeTrue();
    }

    [Fact]
    public async Task Beside_the_form_stand_the_newest_requests_and_the_next_edition_in_its_zone_and_in_utc()
    {
        var request = await service.SubmitAsync(edition: new("weekly", "MCT-X-2026-30", new(2026, 7, 20), new(new(2026, 7, 13), new(2026, 7, 19))));

        var page = await browser.GetStringAsync("/");

        page.ShouldContain($"href=\"/requests/{request.Id}\"");
        page.ShouldContain("<span class=\"badge edition\">Edition</span>");
        page.ShouldContain("Monday, 23 November 2026, 07:00");
        page.ShouldContain("Africa/Casablanca (UTC&#x2B;01:00)");
        page.ShouldContain("23 November 2026, 06:00 UTC");
    }

    private async Task<BriefingRequest> RequestOf(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1]);
        return (await service.Ledger.Queries.FindAsync(id, Viewer.Everything, CancellationToken.None)).ShouldNotBeNull();
    }
}
