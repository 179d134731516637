using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class RequestEndpointsTests(TestService service)
{
    [Theory]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/library")]
    [InlineData("/api/v1/schedules")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/")]
    [InlineData("/requests")]
    [InlineData("/schedules")]
    [InlineData("/check")]
    [InlineData("/site.css")]
    public async Task What_can_be_read_can_be_asked_for_without_its_body(string address)
    {
        var whole = await service.Client.GetAsync(address);

        var head = await service.Client.SendAsync(new(HttpMethod.Head, address));

        head.StatusCode.ShouldBe(whole.StatusCode);
        head.Content.Headers.ContentType.ShouldBe(whole.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_shows_what_became_of_it()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        var body = await (await service.Client.GetAsync($"/api/v1/requests/{done.Id}")).JsonAsync();

        body.Text("state").ShouldBe("completed");
        body.Text("sha256").ShouldBe(done.Sha256);
        body.GetProperty("attempts").GetInt32().ShouldBe(1);
        body.GetProperty("pages").GetInt32().ShouldBe(3);
        body.GetProperty("bytes").GetInt64().ShouldBe(TestService.Pdf.Length);
        body.GetProperty("links").Text("document").ShouldBe($"/api/v1/requests/{done.Id}/document");
        body.GetProperty("links").GetProperty("cancel").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Each_member_of_an_order_is_shown_as_it_was_sent_and_can_be_sent_again()
    {
        const string Order =
            """
            {"sections":["domestic"],"topics":["bcij"],"language":"fr","title":"Un titre","preparedFor":"Une personne","paper":"letter","depth":"full",
             "marking":"TLP:AMBER","profile":"archive","numbered":true}
            """;
        var accepted = await service.Client.PostAsync("/api/v1/requests", new StringContent(Order, System.Text.Encoding.UTF8, "application/json"));

        var shown = (await accepted.JsonAsync()).GetProperty("order");

        JsonNode.DeepEquals(JsonNode.Parse(shown.GetRawText()), JsonNode.Parse(Order))
            .ShouldBeTrue(shown.GetRawText());
        // A member that is added to the order has to be added here.
        typeof(MoroccoCT.Web.Api.OrderBody).GetProperties().Length.ShouldBe(shown.EnumerateObject().Count());
        (await service.PostOrderAsync(shown)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_failed_request_can_be_begun_again_and_any_other_stays_as_it_is()
    {
        var failed = await service.SubmitAsync();
        (await (await service.Client.GetAsync($"/api/v1/requests/{failed.Id}")).JsonAsync()).GetProperty("links").GetProperty("retry").ValueKind
            .ShouldBe(System.Text.Json.JsonValueKind.Null);
        await service.FailAsync(failed, "It failed", "once");
        var retry = (await (await service.Client.GetAsync($"/api/v1/requests/{failed.Id}")).JsonAsync()).GetProperty("links").Text("retry");

        var begun = await (await service.Client.PostAsync(retry, null)).JsonAsync();

        (begun.Text("state"), begun.Text("number")).ShouldBe(("queued", failed.Number));
        begun.GetProperty("error").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var done = await service.FinishAsync(failed);
        (await (await service.Client.PostAsync($"/api/v1/requests/{done.Id}/retry", null)).JsonAsync()).Text("state").ShouldBe("completed");
        await (await service.Client.PostAsync($"/api/v1/requests/{Guid.Empty}/retry", null)).ProblemAsync(404);
    }

    [Fact]
    public async Task A_failed_request_says_why()
    {
        var request = await service.SubmitAsync();
        await service.FailAsync(request, "The layout was refused", "briefing.typ:12: unknown variable");

        var body = await (await service.Client.GetAsync($"/api/v1/requests/{request.Id}")).JsonAsync();

        body.Text("state").ShouldBe("failed");
        body.GetProperty("error").Text("title").ShouldBe("The layout was refused");
        body.GetProperty("error").Text("detail").ShouldBe("briefing.typ:12: unknown variable");
    }

    [Fact]
    public async Task An_edition_names_its_schedule_and_period()
    {
        var request = await service.SubmitAsync(
            new() { Sections = ["domestic"] }, new("weekly", "MCT-X-2026-46", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15))));

        var body = await (await service.Client.GetAsync($"/api/v1/requests/{request.Id}")).JsonAsync();

        body.Text("number").ShouldBe("MCT-X-2026-46");
        var edition = body.GetProperty("edition");
        (edition.Text("schedule"), edition.Text("from"), edition.Text("to")).ShouldBe(("weekly", "2026-11-09", "2026-11-15"));
    }

    [Theory]
    [InlineData("/api/v1/requests/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/v1/requests/00000000-0000-0000-0000-000000000001/document")]
    [InlineData("/api/v1/requests/00000000-0000-0000-0000-000000000001/events")]
    [InlineData("/api/v1/requests/17")]
    public async Task An_unknown_request_is_not_found(string address) => await (await service.Client.GetAsync(address)).ProblemAsync(404);

    [Fact]
    public async Task The_list_goes_from_the_newest_to_the_oldest_page_by_page()
    {
        var first = await service.SubmitAsync();
        var second = await service.SubmitAsync();
        var third = await service.SubmitAsync();

        var page = await (await service.Client.GetAsync("/api/v1/requests?limit=2")).JsonAsync();
        var next = await (await service.Client.GetAsync($"/api/v1/requests?limit=1&cursor={page.Text("nextCursor")}")).JsonAsync();

        Ids(page).Concat(Ids(next)).ShouldBe([$"{third.Id}", $"{second.Id}", $"{first.Id}"], ignoreOrder: true);
        Ids(page).Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?cursor=nonsense", "cursor")]
    public async Task A_page_that_cannot_be_is_refused_naming_the_value(string query, string name) =>
        (await (await service.Client.GetAsync($"/api/v1/requests{query}")).ProblemAsync(400)).Error(name).ShouldNotBeEmpty();

    [Fact]
    public async Task A_value_of_the_wrong_kind_is_refused() => await (await service.Client.GetAsync("/api/v1/requests?limit=many")).ProblemAsync(400);

    [Fact]
    public async Task A_waiting_request_can_be_cancelled_and_stays_so()
    {
        var request = await service.SubmitAsync();

        var response = await service.Client.PostAsync($"/api/v1/requests/{request.Id}/cancel", content: null);
        var again = await service.Client.PostAsync($"/api/v1/requests/{request.Id}/cancel", content: null);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).Text("state").ShouldBe("cancelled");
        (await again.JsonAsync()).Text("state").ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_finished_request_is_not_cancelled()
    {
        var done = await service.FinishAsync(await service.SubmitAsync());

        var response = await service.Client.PostAsync($"/api/v1/requests/{done.Id}/cancel", content: null);

        (await response.JsonAsync()).Text("state").ShouldBe("completed");
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.Text("id"));
}
