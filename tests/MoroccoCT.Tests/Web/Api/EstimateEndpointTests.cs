using System.Text.Json;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class EstimateEndpointTests(TestService service)
{
    [Fact]
    public async Task Without_a_choice_it_speaks_of_the_whole_library()
    {
        var estimate = await EstimateAsync("");

        estimate.Select(depth => depth.Text("depth")).ShouldBe(["summary", "short", "standard", "full"]);
        (Pages(estimate, "summary"), Basis(estimate, "summary")).ShouldBe((1, "rule"));
        Pages(estimate, "short").ShouldBeInRange(3, 4);
        Pages(estimate, "full").ShouldBeGreaterThan(10);
        var named = await EstimateAsync("?sections=domestic,us-cooperation,regional");
        named.Select(depth => depth.ToString()).ShouldBe(estimate.Select(depth => depth.ToString()));
    }

    [Fact]
    public async Task The_last_finished_document_of_the_same_choice_tells_it_better()
    {
        const string choice = "?sections=regional&sections=domestic&topics=gctf&language=fr&paper=letter";
        (await EstimateAsync(choice)).Select(depth => depth.Text("basis")).ShouldBe(["rule", "text", "text", "text"]);

        var order = new BriefingOrder { Sections = ["domestic", "regional"], Topics = ["gctf"], Language = "fr", Paper = Paper.Letter };
        await service.FinishAsync(await service.SubmitAsync(order with { Depth = Depth.Full, Title = "Another title" }));

        var estimate = await EstimateAsync(choice);
        (Pages(estimate, "full"), Basis(estimate, "full")).ShouldBe((3, "document"));
        Basis(estimate, "standard").ShouldBe("text");
    }

    [Fact]
    public async Task A_depth_at_which_it_cannot_be_ordered_is_left_out() =>
        (await EstimateAsync("?sections=us-cooperation&topics=border")).Select(depth => depth.Text("depth")).ShouldBe(["short", "standard", "full"]);

    [Theory]
    [InlineData("?sections=nowhere", "sections", "Unknown section 'nowhere'.")]
    [InlineData("?sections=domestic&topics=gctf", "topics", "Topic 'gctf' belongs to section 'regional'")]
    [InlineData("?topics=gctf", "sections", "No section is chosen.")]
    [InlineData("?language=de", "language", "Valid: en, fr, ar.")]
    [InlineData("?paper=a5", "paper", "Valid: a4, letter.")]
    [InlineData("?paper=1", "paper", "Valid: a4, letter.")]
    public async Task What_cannot_be_ordered_is_refused_by_its_field(string query, string field, string message) =>
        (await (await service.Client.GetAsync($"/api/v1/estimate{query}")).ProblemAsync(400)).Error(field).ShouldContain(message);

    [Fact]
    public async Task It_is_described_with_an_example()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        var example = description.GetProperty("components").GetProperty("schemas").GetProperty("EstimateBody").GetProperty("examples")[0];
        example.GetProperty("depths").EnumerateArray().Select(depth => depth.Text("depth")).ShouldBe(["summary", "short", "standard", "full"]);
    }

    private async Task<List<JsonElement>> EstimateAsync(string query) =>
        [.. (await (await service.Client.GetAsync($"/api/v1/estimate{query}")).JsonAsync()).GetProperty("depths").EnumerateArray()];

    private static int Pages(List<JsonElement> estimate, string depth) => Of(estimate, depth).GetProperty("pages").GetInt32();

    private static string Basis(List<JsonElement> estimate, string depth) => Of(estimate, depth).Text("basis");

    private static JsonElement Of(List<JsonElement> estimate, string depth) => estimate.Single(one => one.Text("depth") == depth);
}
