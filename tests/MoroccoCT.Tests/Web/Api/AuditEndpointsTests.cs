using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Web.Api;

public sealed class AuditEndpointsTests : IAsyncLifetime
{
    private const string Address = "/api/v1/audit";

    private readonly TestService service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Entries_are_listed_newest_first_a_page_at_a_time()
    {
        await EnterAsync("first", "second", "third");

        var first = await (await service.Client.GetAsync($"{Address}?limit=2")).JsonAsync();
        var second = await (await service.Client.GetAsync($"{Address}?limit=2&cursor={first.Text("nextCursor")}")).JsonAsync();

        first.GetProperty("items").EnumerateArray().Select(entry => entry.Text("subject")).ShouldBe(["third", "second"]);
        second.GetProperty("items").EnumerateArray().Select(entry => entry.Text("subject")).ShouldBe(["first"]);
        second.GetProperty("nextCursor").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        first.GetProperty("items")[0].Text("previousHash").ShouldBe(first.GetProperty("items")[1].Text("hash"));
    }

    [Fact]
    public async Task Entries_are_found_by_day_and_name()
    {
        await EnterAsync("first", "second");

        (await CountAsync("?who=amina&what=keyCreated&subject=first&from=2026-11-22&to=2026-11-22")).ShouldBe(1);
        (await CountAsync("?from=2026-11-23")).ShouldBe(0);
        (await CountAsync("?who=%00")).ShouldBe(0);
    }

    [Theory]
    [InlineData("json", "application/json", "[{\"sequence\":1,")]
    [InlineData("csv", "text/csv", "\uFEFF\"sequence\",")]
    public async Task All_that_matches_is_handed_out_and_that_is_entered(string format, string type, string beginning)
    {
        await EnterAsync("first");

        var answer = await service.Client.GetAsync($"{Address}/export/{format}");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).ShouldStartWith(beginning);
        (await service.AuditAsync())[^1].ShouldSatisfyAllConditions(entry => (entry.What, entry.Door).ShouldBe(("export", "api")));
    }

    [Theory]
    [InlineData("?what=nothing", "what")]
    [InlineData("/export/csv?what=nothing", "what")]
    [InlineData("?cursor=x", "cursor")]
    [InlineData("?limit=0", "limit")]
    public async Task What_cannot_be_meant_is_refused(string query, string field) =>
        (await (await service.Client.GetAsync($"{Address}{query}")).ProblemAsync(400)).Error(field).ShouldNotBeEmpty();

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("/export/json?to=2026-13-01")]
    public async Task What_is_of_the_wrong_kind_is_refused(string query) => await (await service.Client.GetAsync($"{Address}{query}")).ProblemAsync(400);

    private async Task EnterAsync(params string[] subjects)
    {
        foreach (var subject in subjects)
            await service.EnterAsync(new(new(Doors.Form, "Amina"), Deed.KeyCreated, subject));
    }

    private async Task<int> CountAsync(string query) =>
        (await (await service.Client.GetAsync($"{Address}{query}")).JsonAsync()).GetProperty("items").GetArrayLength();
}
