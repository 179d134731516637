using System.Text.Json;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class RequestFilterQueryTests(TestService service)
{
    private static int words;

    [Theory]
    [InlineData("state=finished", "state", "queued, rendering, completed")]
    [InlineData("state=queued,finished", "state", "queued")]
    [InlineData("state=1", "state", "queued")]
    [InlineData("by=nobody", "by", "form, api, schedule")]
    [InlineData("from=yesterday", "from", "2026-11-28")]
    [InlineData("from=2026-2-1", "from", "2026-11-28")]
    [InlineData("to=2026-02-30", "to", "2026-11-28")]
    [InlineData("to=0001-01-01", "to", "2026-11-28")]
    [InlineData("to=9999-12-31", "to", "2026-11-28")]
    [InlineData("from=2026-11-02&to=2026-11-01", "from", "later")]
    [InlineData("from=2026-11-02&from=2026-11-03", "from", "2026-11-28")]
    public async Task A_wrong_value_is_refused_by_name(string query, string field, string message) =>
        (await (await service.Client.GetAsync($"/api/v1/requests?{query}")).ProblemAsync(400)).Error(field).ShouldContain(message);

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var problem = await (await service.Client.GetAsync("/api/v1/requests?state=x&by=y&from=z&to=z&limit=0")).ProblemAsync(400);

        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["limit", "state", "by", "from", "to"], ignoreOrder: true);
    }

    [Fact]
    public async Task States_may_be_joined_or_repeated_and_what_is_left_empty_does_not_matter()
    {
        var word = Word();
        var waiting = await service.SubmitAsync(new() { Sections = ["domestic"], Title = word });
        var done = await service.FinishAsync(await service.SubmitAsync(new() { Sections = ["domestic"], Title = word }));

        (await FoundAsync($"q={word}&state=completed")).ShouldBe([done.Number]);
        (await FoundAsync($"q={word}&state=completed,Queued")).ShouldBe([done.Number, waiting.Number]);
        (await FoundAsync($"q={word}&state=completed&state=queued")).ShouldBe([done.Number, waiting.Number]);
        (await FoundAsync($"q={word}&state=&by=&from=&to=&limit=50")).ShouldBe([done.Number, waiting.Number]);
        (await FoundAsync($"q={word}&state=failed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_are_found_by_the_door_they_came_in_by()
    {
        var word = Word();
        var ordered = await (await service.PostOrderAsync(new { sections = new[] { "domestic" }, title = word })).JsonAsync();

        (await FoundAsync($"q={word}&by=api")).ShouldBe([ordered.Text("number")]);
        (await FoundAsync($"q={word}&by=form")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_are_those_of_the_desk_first_and_last_included()
    {
        var word = Word();
        var night = new TestService(new Dictionary<string, string?> { ["Desk:TimeZone"] = "Pacific/Kiritimati" }, _ => { });
        await night.InitializeAsync();
        try
        {
            await night.SubmitAsync(new() { Sections = ["domestic"], Title = word });

            (await FoundAsync("from=2026-11-23&to=2026-11-23", night)).Count.ShouldBe(1, "at noon in UTC it is the next day already on Kiritimati");
            (await FoundAsync("to=2026-11-22", night)).ShouldBeEmpty();
            (await FoundAsync("from=2026-11-24", night)).ShouldBeEmpty();
        }
        finally
        {
            await night.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_narrowed_list_is_turned_page_by_page()
    {
        var word = Word();
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
            numbers.Insert(0, (await service.SubmitAsync(new() { Sections = ["domestic"], Title = word })).Number);

        var first = await ListAsync($"q={word}&state=queued&limit=2", service);
        var second = await ListAsync($"q={word}&state=queued&limit=2&cursor={first.Text("nextCursor")}", service);

        Numbers(first).Concat(Numbers(second)).ShouldBe(numbers);
        second.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    /// <summary>In a title, it tells the requests of one test from those of the others.</summary>
    private static string Word() => $"Word{Interlocked.Increment(ref words)}x";

    private async Task<IReadOnlyList<string>> FoundAsync(string query, TestService? of = null) => [.. Numbers(await ListAsync(query, of ?? service))];

    private static async Task<JsonElement> ListAsync(string query, TestService of)
    {
        var response = await of.Client.GetAsync($"/api/v1/requests?{query}");
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private static IEnumerable<string> Numbers(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => item.Text("number"));
}
