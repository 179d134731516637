using System.Net;
using System.Text;
using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class SubmittingTests(TestService service)
{
    [Fact]
    public async Task An_order_is_accepted_with_number_place_and_links()
    {
        var response = await service.PostOrderAsync(
            new { sections = new[] { "domestic" }, title = "For the visitor", preparedFor = "The Office", paper = "letter" });

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var body = await response.JsonAsync();
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/requests/{body.Text("id")}");
        body.Text("number").ShouldStartWith("MCT-2026-");
        body.Text("state").ShouldBe("queued");
        body.Text("createdAt").ShouldStartWith("2026-11-22T12:00:00");
        body.GetProperty("links").Text("self").ShouldBe(response.Headers.Location!.ToString());
        body.GetProperty("links").GetProperty("document").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var order = body.GetProperty("order");
        (order.Text("title"), order.Text("preparedFor"), order.Text("paper")).ShouldBe(("For the visitor", "The Office", "letter"));
        (order.Text("language"), order.Text("depth"), order.Text("profile"), order.Text("marking")).ShouldBe(("en", "standard", "accessible", "TLP:CLEAR"));
    }

    [Fact]
    public async Task The_order_of_an_answer_can_be_sent_again()
    {
        var first = await (await service.PostOrderAsync(new { sections = new[] { "regional" }, topics = new[] { "gctf" }, depth = "full" })).JsonAsync();

        var again = await service.PostOrderAsync(first.GetProperty("order"));

        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        first.GetProperty("order").Text("depth").ShouldBe("full");
        (await again.JsonAsync()).GetProperty("order").GetRawText().ShouldBe(first.GetProperty("order").GetRawText());
    }

    [Fact]
    public async Task The_same_key_and_order_give_the_first_request()
    {
        var first = await (await service.PostOrderAsync(new { sections = new[] { "domestic" } }, "key-1")).JsonAsync();
        var second = await (await service.PostOrderAsync(new { sections = new[] { "domestic" } }, "key-1")).JsonAsync();

        second.Text("id").ShouldBe(first.Text("id"));
    }

    [Fact]
    public async Task A_key_is_refused_for_another_order()
    {
        await service.PostOrderAsync(new { sections = new[] { "domestic" } }, "key-2");

        var response = await service.PostOrderAsync(new { sections = new[] { "regional" } }, "key-2");

        (await response.ProblemAsync(422)).Text("title").ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task A_client_cannot_take_the_key_of_a_schedule()
    {
        const string Key = "schedule:weekly:2026-11-23T06:00:00Z";
        await service.Ledger.SubmitAsync(new() { Sections = ["domestic"] },
            new(Actor.Schedule, Key, new("weekly", "MCT-X-2026-01", new(2026, 11, 23), new(new(2026, 11, 16), new(2026, 11, 22)))));

        var response = await service.PostOrderAsync(new { sections = new[] { "domestic" } }, Key);

        (await response.JsonAsync()).GetProperty("edition").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_key_beyond_measure_is_refused()
    {
        var response = await service.PostOrderAsync(new { sections = new[] { "domestic" } }, new string('k', 201));

        (await response.ProblemAsync(400)).Error("Idempotency-Key").ShouldContain("200");
    }

    [Fact]
    public async Task Each_wrong_field_is_named_with_what_is_valid()
    {
        var response = await service.PostOrderAsync(new { sections = new[] { "foreign" }, language = "de", title = "two\nlines" });

        var problem = await response.ProblemAsync(400);
        problem.Error("sections").ShouldContain("Unknown section 'foreign'. Valid: domestic, us-cooperation, regional.");
        problem.Error("language").ShouldContain("Valid: en, fr, ar.");
        problem.Error("title").ShouldContain("control character");
    }

    [Fact]
    public async Task A_summary_that_would_be_empty_is_refused()
    {
        var response = await service.PostOrderAsync(new { sections = new[] { "regional" }, topics = new[] { "partnership" }, depth = "summary" });

        (await response.ProblemAsync(400)).Error("depth").ShouldContain("Choose depth 'standard', or also take a topic that has some, such as tsctp (");
    }

    [Theory]
    [InlineData("""{"sections":["domestic"],"topcs":["bcij"]}""", "topcs", "Unknown member 'topcs'. Valid: sections, topics,")]
    [InlineData("""{"sections":["domestic"],"period":{"from":"2026-11-16","to":"2026-11-22"}}""", "period", "Unknown member 'period'.")]
    [InlineData("""{"sections":["domestic"],"paper":"a5"}""", "paper", "'paper' must be one of: a4, letter")]
    [InlineData("""{"sections":["domestic"],"numbered":"yes"}""", "numbered", "'numbered' must be true or false")]
    [InlineData("""{"sections":["domestic"],"title":7}""", "title", "'title' must be a text")]
    [InlineData("""{"sections":"domestic"}""", "sections", "'sections' must be a list of texts")]
    [InlineData("""{"sections":null}""", "sections", "'sections' must be a list of texts")]
    [InlineData("""{"sections":["domestic"],"sections":["regional"]}""", "sections", "given once")]
    [InlineData("""{"sections":[null]}""", "sections", "Unknown section ''.")]
    [InlineData("""{}""", "sections", "No section is chosen.")]
    [InlineData("""{"sections":["domestic" """, "body", "near line 1, byte 25")]
    [InlineData("""["domestic"]""", "body", "not the JSON object")]
    public async Task A_body_that_is_no_order_is_refused_saying_where(string body, string field, string message)
    {
        var response = await service.Client.PostAsync("/api/v1/requests", new StringContent(body, Encoding.UTF8, "application/json"));

        (await response.ProblemAsync(400)).Error(field).ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task An_empty_body_is_refused_without_names_from_the_program(string body)
    {
        var response = await service.Client.PostAsync("/api/v1/requests", new StringContent(body, Encoding.UTF8, "application/json"));

        (await response.ProblemAsync(400)).Text("detail").ShouldNotContain("parameter");
    }

    [Fact]
    public async Task Of_thousands_of_problems_some_are_told_and_how_many_more_there_are()
    {
        var response = await service.PostOrderAsync(new { sections = Enumerable.Range(0, 5000).Select(i => $"s{i}"), title = "two\nlines" });

        var problem = await response.ProblemAsync(400);
        problem.GetRawText().Length.ShouldBeLessThan(10_000);
        problem.Text("detail").ShouldContain("Unknown section 's9'.");
        problem.Text("detail").ShouldNotContain("Unknown section 's10'.");
        problem.Error("sections").ShouldEndWith("– and 4990 more");
        problem.Error("title").ShouldContain("control character");
    }

    [Fact]
    public async Task A_body_of_another_kind_is_refused()
    {
        var response = await service.Client.PostAsync("/api/v1/requests", new StringContent("sections=domestic", Encoding.UTF8, "text/plain"));

        (await response.ProblemAsync(415)).Text("detail").ShouldContain("application/json");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var response = await service.PostOrderAsync(new { sections = new[] { "domestic" }, title = new string('x', 100_000) });

        await response.ProblemAsync(413);
    }
}
