using Microsoft.Extensions.Configuration;
using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public sealed class LastListTests
{
    private static readonly Dictionary<string, string?> shipped = new()
    {
        ["Schedules:0:Name"] = "weekly",
        ["Schedules:0:Cron"] = "0 7 * * 1",
        ["Schedules:0:Order:Sections:0"] = "domestic",
        ["Schedules:0:Order:Sections:1"] = "regional",
        ["Schedules:1:Name"] = "monthly",
    };

    [Fact]
    public void A_list_written_anew_takes_nothing_from_the_shipped_one() => Values(new()
    {
        ["Schedules:0:Name"] = "daily",
        ["Schedules:0:Order:Sections:0"] = "regional",
    }).ShouldBe(["Schedules:0:Name=daily", "Schedules:0:Order:Sections:0=regional"]);

    [Fact]
    public void A_single_value_can_be_changed() => Values(new() { ["schedules:0:cron"] = "0 8 * * 1" }).ShouldBe(
        [
            "Schedules:0:Cron=0 8 * * 1", "Schedules:0:Name=weekly",
            "Schedules:0:Order:Sections:0=domestic", "Schedules:0:Order:Sections:1=regional", "Schedules:1:Name=monthly",
        ],
        StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Without_a_word_in_later_sources_the_shipped_list_counts() => Values([]).Count.ShouldBe(5);

    [Fact]
    public void A_list_without_a_named_entry_is_kept_so_that_its_fault_is_found() =>
        LastList.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Schedules:0:Cron", "soon")]).Build(), "Schedules")["0:Cron"].ShouldBe("soon");

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_empty_list_means_none(string? written) =>
        LastList.Of(new ConfigurationBuilder().AddInMemoryCollection(shipped).AddInMemoryCollection([new("Schedules", written)]).Build(), "Schedules")
            .GetChildren().ShouldBeEmpty();

    [Fact]
    public void Something_else_in_the_place_of_an_entry_is_kept_so_that_its_fault_is_found() =>
        Values(new() { ["Schedules:0"] = "5" }).ShouldBe(["Schedules:0=5"]);

    private static List<string> Values(Dictionary<string, string?> later) =>
    [
        .. LastList.Of(new ConfigurationBuilder().AddInMemoryCollection(shipped).AddInMemoryCollection(later).Build(), "Schedules")
            .AsEnumerable().Where(value => value.Value is not null).Select(value => $"{value.Key}={value.Value}").Order(StringComparer.OrdinalIgnoreCase),
    ];
}
