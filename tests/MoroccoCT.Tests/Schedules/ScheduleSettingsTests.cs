using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Schedules;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Schedules;

public sealed class ScheduleSettingsTests
{
    private const string Good =
        """
        { "name": "weekly", "cron": "0 7 * * 1", "timeZone": "Africa/Casablanca", "series": "W",
          "order": { "sections": ["domestic", "regional"], "language": "fr", "paper": "letter", "depth": "full", "numbered": true } }
        """;

    [Fact]
    public void A_schedule_is_read_with_its_order()
    {
        var (schedules, problems) = Read($"[{Good}]");

        problems.ShouldBeEmpty();
        var schedule = schedules.ShouldHaveSingleItem();
        (schedule.Name, schedule.Definition.Series, schedule.Times.Cron, schedule.Times.TimeZone).ShouldBe(("weekly", "W", "0 7 * * 1", "Africa/Casablanca"));
        schedule.Definition.Order.Sections.ShouldBe(["domestic", "regional"]);
        var order = schedule.Definition.Order;
        (order.Language, order.Paper, order.Depth, order.Numbered).ShouldBe(("fr", Paper.Letter, Depth.Full, true));
    }

    [Fact]
    public void A_schedule_may_ask_for_short_briefings() =>
        Read($"[{Good.Replace("\"full\"", "\"short\"", StringComparison.Ordinal)}]").Schedules.ShouldHaveSingleItem()
            .Definition.Order.Depth.ShouldBe(Depth.Short);

    [Fact]
    public void The_settings_may_hold_no_schedule() => Read("[]").Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("weekly", "Weekly!", "Schedules:0:Name: 'Weekly!' cannot be a name.")]
    [InlineData("0 7 * * 1", "0 7 * * 8", "Schedules:0:Cron: '0 7 * * 8' is no cron expression")]
    [InlineData("0 7 * * 1", "0 0 30 2 *", "Schedules:0:Cron: '0 0 30 2 *' is no cron expression")]
    [InlineData("Africa/Casablanca", "Africa/Marrakech", "Schedules:0:TimeZone: 'Africa/Marrakech' is no time zone.")]
    [InlineData("\"W\"", "\"week\"", "Schedules:0:Series: 'week' cannot be a series.")]
    [InlineData("regional", "nowhere", "Schedules:0:Order:Sections: Unknown section 'nowhere'.")]
    [InlineData("\"fr\"", "\"de\"", "Schedules:0:Order:Language: Unknown language 'de'.")]
    [InlineData("\"letter\"", "\"A7\"", "'A7' at 'Schedules:0:Order:Paper'")]
    [InlineData("\"letter\"", "\"7\"", "Schedules:0:Order:Paper: '7' is no paper.")]
    [InlineData("\"full\"", "\"7\"", "Schedules:0:Order:Depth: '7' is no depth. Valid: summary, short, standard, full.")]
    [InlineData("\"sections\"", "\"section\"", "Schedules:0:Order:section: this setting is unknown.")]
    [InlineData("\"cron\"", "\"kron\"", "Schedules:0:kron: this setting is unknown.")]
    public void A_wrong_setting_is_named(string good, string wrong, string problem) =>
        Read($"[{Good.Replace(good, wrong, StringComparison.Ordinal)}]").Problems.ShouldContain(found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_schedule_of_empty_summaries_is_refused() =>
        Read($"[{Good.Replace("\"full\"", "\"summary\", \"topics\": [\"terrorist-financing\", \"intelligence\"]", StringComparison.Ordinal)}]").Problems
            .ShouldHaveSingleItem().ShouldStartWith("Schedules:0:Order:Depth: A summary shows key points and dated events, and what is chosen has neither.");

    [Fact]
    public void Missing_settings_are_named() =>
        Read("[{ \"series\": \"W\" }]").Problems.Select(problem => problem.Split(": ")[0])
            .ShouldBe(["Schedules:0:Order:Sections", "Schedules:0:Name", "Schedules:0:TimeZone", "Schedules:0:Cron"], ignoreOrder: true);

    [Fact]
    public void Two_schedules_share_neither_name_nor_series()
    {
        var problems = Read($"[{Good}, {Good}]").Problems;

        problems.Select(problem => problem.Split(": ")[0]).ShouldBe(["Schedules:1:Name", "Schedules:1:Series"]);
    }

    [Fact]
    public void A_service_with_a_wrong_schedule_does_not_start()
    {
        var process = LedgerProcess.Create(
            new() { ["Schedules:0:Name"] = "weekly", ["Schedules:0:Cron"] = "soon" },
            more: (services, configuration) => services.AddSchedules(configuration));

        Should.Throw<OptionsValidationException>(() => process.Get<IStartupValidator>().Validate()).Message.ShouldContain("Schedules:0:Cron: 'soon'");
    }

    private static (IReadOnlyList<Schedule> Schedules, IReadOnlyList<string> Problems) Read(string json)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{ "Schedules": {{json}} }"""));
        return ScheduleSettings.Read(new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Schedules"), TestLibrary.Real);
    }
}
