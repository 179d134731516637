using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>What stands in the order form when it is opened, and what is kept of it.</summary>
[Collection(WebCollection.Name)]
public sealed partial class FormBeginningTests(TestService service) : IDisposable
{
    private readonly HttpClient browser = service.Browser();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task A_link_fills_the_form_as_far_as_it_says()
    {
        var form = await FormPage.OpenAsync(
            browser, "/new?sections=regional,domestic&topics=gctf&topics=tsctp&language=fr&alsoIn=ar&depth=short&title=From%20a%20link"
            + "&preparedFor=You&marking=TLP:AMBER");

        (form.Value("title"), form.Value("preparedFor")).ShouldBe(("From a link", "You"));
        Checked(form.Html).ShouldBe(
            ["section-regional", "topic-gctf", "topic-tsctp", "section-domestic", .. TopicsOf("domestic"), "depth-Short", "language-fr", "also-ar", "paper-A4",
             "marking-2", "profile-Accessible", "numbered"],
            "in the order of the link, and a section without topics whole");
    }

    [Theory]
    [InlineData("?sections=nowhere&topics=nothing&depth=endless&paper=7&marking=TLP:WHITE")]
    [InlineData("?sections=%3Cscript%3E&language=%3Cscript%3E")]
    [InlineData("?from=nothing&choice=nothing")]
    public async Task A_link_that_says_nonsense_opens_the_form_all_the_same(string query)
    {
        var form = await FormPage.OpenAsync(browser, $"/new{query}");

        form.IsChecked("section-regional").ShouldBeFalse();
        form.Html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Ordering_again_pins_no_marking_that_nobody_chose()
    {
        var lowest = await service.SubmitAsync(new() { Sections = ["regional"] });
        var chosen = await service.SubmitAsync(new() { Sections = ["regional"], Marking = "TLP:AMBER" });

        (await FormPage.OpenAsync(browser, $"/?from={lowest.Id}")).IsChecked("marking-lowest").ShouldBeTrue();
        (await FormPage.OpenAsync(browser, $"/?from={chosen.Id}")).IsChecked("marking-2").ShouldBeTrue();
    }

    [Fact]
    public async Task Ordering_again_says_what_it_is_based_on()
    {
        var earlier = await service.SubmitAsync(new() { Sections = ["regional"], Title = "For Monday" });

        var form = await FormPage.OpenAsync(browser, $"/?from={earlier.Id}");

        form.Html.ShouldContain($"Filled in as {earlier.Number} was ordered.");
        form.Html.ShouldContain("Change it if the two are to be told apart.");
    }

    [Fact]
    public async Task Language_paper_and_addressee_are_suggested_as_they_were_last()
    {
        var form = await FormPage.OpenAsync(browser);
        await form.SendAsync(("Sections", "domestic"), ("Language", "ar"), ("Paper", "Letter"), ("PreparedFor", "Office <of> the Minister"));

        var next = await FormPage.OpenAsync(browser);

        next.IsChecked("language-ar").ShouldBeTrue();
        next.IsChecked("paper-Letter").ShouldBeTrue();
        next.Value("preparedFor").ShouldBe("", "it is only offered");
        next.Html.ShouldContain("<option value=\"Office &lt;of&gt; the Minister\">");
        // As others expect it.
        await next.SendAsync(("Sections", "domestic"), ("Language", "en"), ("Paper", "A4"));
    }

    [Fact]
    public async Task A_choice_is_kept_under_its_name_found_again_and_forgotten()
    {
        var form = await FormPage.OpenAsync(browser);

        var kept = await form.PressAsync("/?handler=Save",
            ("name", " Monday <visit> "), ("Sections", "regional"), ("Topics", "gctf"), ("Language", "fr"), ("AlsoIn", "ar"), ("Depth", "Short"));
        var page = new FormPage(browser, await kept.Content.ReadAsStringAsync());
        page.Html.ShouldContain("Saved as “Monday &lt;visit&gt;”.");
        page.IsChecked("topic-gctf").ShouldBeTrue("what was chosen stays");
        var choice = SavedChoice().Match(page.Html).Groups[1].Value;

        var again = await FormPage.OpenAsync(browser, $"/new?choice={choice}");
        foreach (var id in new[] { "topic-gctf", "language-fr", "also-ar", "depth-Short", "marking-lowest" })
            again.IsChecked(id).ShouldBeTrue(id);

        var forgotten = await again.PressAsync("/?handler=Forget", ("forget", choice), ("Sections", "regional"));
        (await forgotten.Content.ReadAsStringAsync()).ShouldNotContain(choice);
    }

    [Theory]
    [InlineData("", "“name” is empty.")]
    [InlineData("a\u0007b", "holds the control character U+0007")]
    public async Task A_name_that_cannot_be_shown_is_refused(string name, string message)
    {
        var form = await FormPage.OpenAsync(browser);

        var refused = await form.PressAsync("/?handler=Save", ("name", name), ("Sections", "regional"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain(message);
    }

    [Fact]
    public async Task Several_languages_make_a_set_once()
    {
        var form = await FormPage.OpenAsync(browser);
        (string, string)[] fields = [("Sections", "regional"), ("Title", "In three"), ("Language", "fr"), ("AlsoIn", "en"), ("AlsoIn", "fr"), ("AlsoIn", "ar")];

        var sent = await form.SendAsync(fields);
        var twice = await form.SendAsync(fields);

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        twice.Headers.Location.ShouldBe(sent.Headers.Location);
        var set = Guid.Parse(sent.Headers.Location!.ToString().Split('/')[^1]);
        var requests = await service.Ledger.Queries.SetAsync(set, MoroccoCT.People.Viewer.Everything, default);
        requests.Select(request => request.Order.Language).ShouldBe(["fr", "en", "ar"]);
        requests.ShouldAllBe(request => request.Order.Title == "In three" && request.State == RequestState.Queued);
        var page = await browser.GetStringAsync($"/sets/{set}");
        requests.ShouldAllBe(request => page.Contains($"/requests/{request.Id}"));
        (await FormPage.OpenAsync(browser, $"/?from={requests[0].Id}")).IsChecked("also-ar").ShouldBeTrue();
    }

    [Fact]
    public async Task A_set_that_is_not_there_is_not_found() =>
        (await browser.GetAsync($"/sets/{Guid.CreateVersion7(DateTimeOffset.UnixEpoch)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static IEnumerable<string> TopicsOf(string section) =>
        MoroccoCT.Tests.Briefings.TestLibrary.Real.Sections("en").Single(one => one.Id == section).Topics.Select(topic => $"topic-{topic.Id}");

    private static IEnumerable<string> Checked(string html) => CheckedInput().Matches(html).Select(input => input.Groups[1].Value);

    [GeneratedRegex("<input[^>]* id=\"([^\"]+)\"[^>]* checked")]
    private static partial Regex CheckedInput();

    [GeneratedRegex("/new\\?choice=([0-9a-f-]{36})")]
    private static partial Regex SavedChoice();
}
