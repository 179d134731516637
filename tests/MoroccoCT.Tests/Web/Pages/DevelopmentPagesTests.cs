using System.Net;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>The pages of developments, as a browser without scripts uses them.</summary>
[Collection(SharedCollection.Name)]
public sealed class DevelopmentPagesTests(SharedService shared)
{
    [Fact]
    public async Task One_writes_and_proposes_another_publishes_and_a_reader_sees_the_result()
    {
        using var editor = await BrowserAsync(Role.Editor);
        using var approver = await BrowserAsync(Role.Approver);
        using var reader = await BrowserAsync(Role.Reader);
        var address = await SaveAsync(editor, Typed("A lantern was lit. [@fact-sheet:domestic-1]"));

        await PressAsync(editor, $"{address}?handler=Propose", address);
        (await editor.GetStringAsync(address)).ShouldNotContain("handler=Publish", Case.Sensitive, "an editor publishes nothing");
        (await approver.GetStringAsync("/developments")).ShouldContain("Waiting for you");
        (await reader.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await PressAsync(approver, $"{address}?handler=Publish", address);

        (await reader.GetStringAsync(address)).ShouldContain("A lantern was lit.");
        (await reader.GetStringAsync("/developments")).ShouldContain(address[^15..]);
        (await editor.GetStringAsync(address)).ShouldContain("Proposed");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_that_was_typed_is_lost()
    {
        using var editor = await BrowserAsync(Role.Editor);
        var form = await FormPage.OpenAsync(editor, "/developments/new");

        using var refused = await form.PressAsync(
            "/developments/new",
            [
                ("Date", "2026-11-23"), ("Section", "domestic"), ("Texts[ar].Title", "فانوس <b>"), ("Texts[ar].Body", "\nأُضيء &amp;\n"),
                ("Sources[0].Id", "Bad Id"), ("Sources[0].Author[fr]", "Le \"quai\""),
            ]);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        page.ShouldContain("2026-11-23 is still to come");
        page.ShouldContain("value=\"فانوس <b>\"");
        page.ShouldContain(">\n\nأُضيء &amp;\n</textarea>", Case.Sensitive, "a browser drops the first line break");
        page.ShouldContain("value=\"Bad Id\"");
        page.ShouldContain("value=\"Le \"quai\"\"");
    }

    [Fact]
    public async Task A_draft_with_faults_is_kept_and_says_what_is_to_be_mended()
    {
        using var editor = await BrowserAsync(Role.Editor);

        var address = await SaveAsync(editor, Typed("A lantern was lit."));

        (await editor.GetStringAsync(address)).ShouldContain("Line 1: This paragraph names no source.");
        var form = await editor.GetStringAsync($"{address}/edit");
        form.ShouldContain("id=\"texts-en-body-error\"");
        form.ShouldContain("body-hint texts-en-body-error");
    }

    [Fact]
    public async Task Whoever_is_too_late_keeps_what_he_typed_and_can_save_it_over_the_other()
    {
        using var editor = await BrowserAsync(Role.Editor);
        using var other = await BrowserAsync(Role.Editor);
        var address = await SaveAsync(editor, Typed("A lantern was lit. [@fact-sheet:domestic-1]"));
        var late = await FormPage.OpenAsync(editor, $"{address}/edit");
        await SaveAsync(other, Typed("Two lanterns. [@fact-sheet:domestic-1]"), $"{address}/edit");

        using var refused = await late.PressAsync($"{address}/edit", Typed("Three lanterns. [@fact-sheet:domestic-1]"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = new FormPage(editor, await refused.Content.ReadAsStringAsync());
        again.Html.ShouldContain("Three lanterns.");

        (await again.PressAsync($"{address}/edit", Typed("Three lanterns. [@fact-sheet:domestic-1]"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await editor.GetStringAsync(address)).ShouldContain("<ins>Three lanterns.");
    }

    [Fact]
    public async Task A_page_that_was_open_for_too_long_costs_nobody_his_text()
    {
        using var editor = await BrowserAsync(Role.Editor);

        using var refused = await editor.PostAsync(
            "/developments/new",
            new FormUrlEncodedContent(Typed("A lantern. [@fact-sheet:domestic-1]").Select(field => KeyValuePair.Create(field.Name, field.Value))));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("A lantern. [@fact-sheet:domestic-1]");
    }

    [Fact]
    public async Task A_reason_is_asked_for_and_what_was_withdrawn_stays()
    {
        using var editor = await BrowserAsync(Role.Editor);
        var address = await SaveAsync(editor, Typed("A lantern was lit. [@fact-sheet:domestic-1]"));
        var page = await FormPage.OpenAsync(editor, address);

        using var refused = await page.PressAsync($"{address}?handler=Withdraw", ("reason", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Reason: This is missing.");
        (await page.PressAsync($"{address}?handler=Withdraw", ("reason", "There is no pier."))).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await editor.GetStringAsync(address)).ShouldContain("There is no pier.");
        (await editor.GetAsync($"{address}/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Passages_that_the_api_gave_a_source_survive_the_form()
    {
        var by = new Actor(Doors.Api, "script", Guid.CreateVersion7());
        var passages = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["p1"] = new Dictionary<string, string> { ["en"] = "page \"1\"" } };
        var content = new DevelopmentContent
        {
            Date = "2026-11-20",
            Section = "domestic",
            Texts = new Dictionary<string, WrittenText> { ["en"] = new("A lantern", "A lantern. [@fact-sheet:domestic-1]") },
            Sources = [new() { Id = "paper", Passages = passages }],
        };
        var row = await shared.Service.Get<DevelopmentWorkflow>().RecordAsync(content, new("main", 0), by, default);
        using var editor = await BrowserAsync(Role.Editor);
        var page = await FormPage.OpenAsync(editor, $"/developments/{row.Number}/edit");

        await SaveAsync(
            editor,
            [.. Typed("Two lanterns. [@fact-sheet:domestic-1]"), ("Sources[0].Id", "paper"),
                ("Sources[0].Passages", WebUtility.HtmlDecode(page.Html.Split("name=\"Sources[0].Passages\" value=\"")[1].Split('"')[0]))],
            $"/developments/{row.Number}/edit");

        (await shared.Service.Get<DevelopmentQueries>().FindAsync(row.Number, new("main", 0), seesDrafts: true, default))!
            .Content.Sources[0].Passages["p1"]["en"].ShouldBe("page \"1\"");
    }

    private static (string Name, string Value)[] Typed(string body) =>
        [("Date", "2026-11-20"), ("Section", "domestic"), ("Texts[en].Title", "A lantern on the pier"), ("Texts[en].Body", body)];

    /// <returns>The address of the development.</returns>
    private static async Task<string> SaveAsync(HttpClient browser, (string Name, string Value)[] typed, string at = "/developments/new")
    {
        using var saved = await (await FormPage.OpenAsync(browser, at)).PressAsync(at, typed);
        saved.StatusCode.ShouldBe(HttpStatusCode.Found, await saved.Content.ReadAsStringAsync());
        return saved.Headers.Location!.OriginalString;
    }

    private static async Task PressAsync(HttpClient browser, string deed, string page)
    {
        using var answer = await (await FormPage.OpenAsync(browser, page)).PressAsync(deed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpClient> BrowserAsync(Role role) => await shared.BrowserAsync(await shared.AddAsync(role));
}
