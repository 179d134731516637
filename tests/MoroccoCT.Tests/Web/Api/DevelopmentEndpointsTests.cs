using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>News by the API: who writes, who publishes, and what is told of what is wrong.</summary>
[Collection(SharedCollection.Name)]
public sealed class DevelopmentEndpointsTests(SharedService shared) : IAsyncLifetime
{
    private const string Root = "/api/v1/developments";

    private HttpClient editor = null!;
    private HttpClient approver = null!;
    private HttpClient reader = null!;

    public async Task InitializeAsync()
    {
        editor = await ClientAsync(Role.Editor, "content");
        approver = await ClientAsync(Role.Approver, "content");
        reader = await ClientAsync(Role.Reader, "read");
    }

    public Task DisposeAsync()
    {
        foreach (var client in new[] { editor, approver, reader })
            client.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_one_writes_another_publishes_and_a_reader_sees_only_that()
    {
        using var made = await editor.PostAsJsonAsync(Root, new { content = Content("A lantern was lit. [@fact-sheet:domestic-1]") });
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var draft = await made.JsonAsync();
        var address = $"{Root}/{draft.Text("number")}";
        made.Headers.Location!.OriginalString.ShouldEndWith(address);
        (draft.Text("state"), draft.Text("marking")).ShouldBe(("draft", "TLP:CLEAR"));
        (await reader.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await StepAsync(editor, $"{address}/propose", new { revision = 1 }, HttpStatusCode.OK);
        await StepAsync(editor, $"{address}/publish", new { revision = 2 }, HttpStatusCode.Forbidden);
        var published = await StepAsync(approver, $"{address}/publish", new { revision = 2 }, HttpStatusCode.OK);
        (published.Text("state"), published.GetProperty("isInForce").GetBoolean(), published.GetProperty("isPublishedAlone").GetBoolean())
            .ShouldBe(("published", true, false));

        await PutAsync(address, 3, "Two lanterns were lit. [@fact-sheet:domestic-1]", HttpStatusCode.OK);
        var seen = await (await reader.GetAsync(address)).JsonAsync();
        (seen.Text("state"), seen.GetProperty("revision").ValueKind).ShouldBe(("published", JsonValueKind.Null));
        seen.GetProperty("content").GetProperty("texts").GetProperty("en").Text("body").ShouldStartWith("A lantern");
        (await reader.GetAsync($"{address}/changes")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await editor.GetAsync($"{address}/changes")).JsonAsync()).GetProperty("items").EnumerateArray()
            .Select(change => change.Text("what")).ShouldBe(["edited", "published", "proposed", "recorded"]);
    }

    [Fact]
    public async Task A_revision_that_has_passed_changes_nothing()
    {
        var address = await RecordAsync("A lantern was lit. [@fact-sheet:domestic-1]");
        await PutAsync(address, 1, "Two lanterns. [@fact-sheet:domestic-1]", HttpStatusCode.OK);

        (await PutAsync(address, 1, "Three lanterns. [@fact-sheet:domestic-1]", HttpStatusCode.Conflict)).Text("detail").ShouldContain("changed meanwhile");

        (await (await editor.GetAsync(address)).JsonAsync()).GetProperty("content").GetProperty("texts").GetProperty("en").Text("body").ShouldStartWith("Two");
    }

    [Fact]
    public async Task Whoever_wrote_it_is_told_that_somebody_else_publishes_it()
    {
        using var made = await approver.PostAsJsonAsync(Root, new { content = Content("A lantern was lit. [@fact-sheet:domestic-1]") });
        var address = $"{Root}/{(await made.JsonAsync()).Text("number")}";
        await StepAsync(approver, $"{address}/propose", new { revision = 1 }, HttpStatusCode.OK);

        (await StepAsync(approver, $"{address}/publish", new { revision = 2 }, HttpStatusCode.Conflict)).Text("detail").ShouldContain("Somebody else");
    }

    [Fact]
    public async Task A_draft_tells_of_each_problem_with_field_and_line()
    {
        var address = await RecordAsync("A lantern was lit. [@fact-sheet:domestic-1]\n\nIt burns.\n\nIt glows. [@nowhere]");

        var problems = (await (await editor.GetAsync(address)).JsonAsync()).GetProperty("problems").EnumerateArray().ToList();
        problems.Select(problem => (problem.Text("field"), problem.GetProperty("line").GetInt32())).ShouldBe([("texts.en.body", 3), ("texts.en.body", 5)]);
        (await StepAsync(editor, $"{address}/propose", new { revision = 1 }, HttpStatusCode.BadRequest))
            .GetProperty("errors").GetProperty("texts.en.body")[0].GetString().ShouldBe(
                "Line 3: This paragraph names no source. End it with one, as in [@source-id].");
    }

    [Theory]
    [InlineData("""{"content":{"date":"2026-11-23","section":"domestic","texts":{"en":{"title":"A","body":"B"}}}}""", "date", "still to come")]
    [InlineData("""{"content":{"date":"2026-11-20","section":"nowhere","texts":{"en":{"title":"A","body":"B"}}}}""", "section", "'nowhere' is unknown")]
    [InlineData("""{"content":{"date":"2026-11-20","section":"domestic","texts":{}}}""", "texts", "says nothing")]
    [InlineData("""{"content":{"date":"2026-11-20","section":"domestic","texts":{"en":{"title":"A\u0007","body":"B"}}}}""", "texts.en.title", "U+0007")]
    [InlineData(
        """{"content":{"date":"2026-11-20","section":"domestic","marking":"TLP:RED","texts":{"en":{"title":"A","body":"B"}}}}""", "marking", "clearance")]
    public async Task What_cannot_be_kept_is_refused_by_field(string body, string field, string message)
    {
        using var refused = await editor.PostAsync(Root, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.JsonAsync()).GetProperty("errors").GetProperty(field)[0].GetString()!.ShouldContain(message);
    }

    [Fact]
    public async Task The_list_goes_on_by_its_cursor_and_refuses_what_it_does_not_know()
    {
        for (var i = 0; i < 3; i++)
            await RecordAsync("A lantern was lit. [@fact-sheet:domestic-1]");

        var page = await (await editor.GetAsync($"{Root}?limit=2&states=draft&section=domestic&missing=fr&q=LANTERN")).JsonAsync();
        page.GetProperty("items").GetArrayLength().ShouldBe(2);
        (await editor.GetAsync($"{Root}?limit=2&cursor={page.Text("nextCursor")}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refused = await editor.GetAsync($"{Root}?limit=0&states=gone&section=x&missing=xx&cursor=y");
        (await refused.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["limit", "cursor", "states", "section", "missing"], ignoreOrder: true);
    }

    private static object Content(string body) => new
    {
        date = "2026-11-20",
        section = "domestic",
        texts = new { en = new { title = "A lantern on the pier", body } },
    };

    private async Task<HttpClient> ClientAsync(Role role, string scope) => await shared.ProgramAsync(await shared.AddAsync(role), scope);

    private async Task<string> RecordAsync(string body)
    {
        using var made = await editor.PostAsJsonAsync(Root, new { content = Content(body) });
        return $"{Root}/{(await made.JsonAsync()).Text("number")}";
    }

    private async Task<JsonElement> PutAsync(string address, int revision, string body, HttpStatusCode expected)
    {
        using var answer = await editor.PutAsJsonAsync(address, new { revision, content = Content(body) });
        answer.StatusCode.ShouldBe(expected);
        return await answer.JsonAsync();
    }

    private static async Task<JsonElement> StepAsync(HttpClient client, string address, object body, HttpStatusCode expected)
    {
        using var answer = await client.PostAsJsonAsync(address, body);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
