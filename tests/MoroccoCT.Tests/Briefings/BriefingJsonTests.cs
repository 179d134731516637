using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Briefings;

public class BriefingJsonTests
{
    [Fact]
    public void An_order_is_written_and_read_by_its_documented_names()
    {
        const string json = """{"sections":["lights"],"topics":["beacons"],"language":"fr","title":"Feux d’Osk","preparedFor":null"""
            + ""","paper":"letter","depth":"full","marking":"TLP:AMBER","profile":"archive","numbered":true}""";

        var order = JsonSerializer.Deserialize<BriefingOrder>(json, BriefingJson.Options);

        JsonSerializer.Serialize(order, BriefingJson.Options).ShouldBe(json);
    }

    [Fact]
    public void All_but_the_sections_is_optional()
    {
        var order = JsonSerializer.Deserialize<BriefingOrder>("""{"sections":["lights"]}""", BriefingJson.Options)!;

        order.ShouldSatisfyAllConditions(
            () => order.Topics.ShouldBeEmpty(),
            () => order.Language.ShouldBe("en"),
            () => order.Paper.ShouldBe(Paper.A4),
            () => order.Depth.ShouldBe(Depth.Standard),
            () => order.Profile.ShouldBe(Profile.Accessible),
            () => order.Marking.ShouldBeNull(),
            () => order.Numbered.ShouldBeFalse());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"sections":null}""")]
    [InlineData("""{"sections":"lights"}""")]
    [InlineData("""{"sections":["lights"],"language":null}""")]
    [InlineData("""{"sections":["lights"],"topic":["beacons"]}""")]
    [InlineData("""{"sections":["lights"],"paper":"a3"}""")]
    [InlineData("""{"sections":["lights"],"paper":1}""")]
    [InlineData("""{"sections":["lights"],"depth":"1"}""")]
    public void Unknown_missing_and_mistyped_members_are_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<BriefingOrder>(json, BriefingJson.Options));

    [Fact]
    public void What_was_stored_may_have_members_that_only_a_newer_version_knows() =>
        JsonSerializer.Deserialize<BriefingOrder>("""{"sections":["lights"],"watermark":{"text":"x"}}""", BriefingJson.Tolerant)!.Sections.ShouldBe(["lights"]);
}
