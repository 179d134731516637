using System.Globalization;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public sealed class EditionPlanTests
{
    [Theory]
    [InlineData("0 7 * * 1", "2026-11-22T12:00Z", "MCT-W-2026-47", "2026-11-16", "2026-11-09", "2026-11-15")]
    [InlineData("0 7 * * 1", "2026-01-05T12:00Z", "MCT-W-2026-02", "2026-01-05", "2025-12-29", "2026-01-04")]
    [InlineData("0 7 * * 5", "2027-01-01T12:00Z", "MCT-W-2026-53", "2027-01-01", "2026-12-25", "2026-12-31")]
    [InlineData("0 7 * * 1", "2027-01-05T12:00Z", "MCT-W-2027-01", "2027-01-04", "2026-12-28", "2027-01-03")]
    [InlineData("30 0 * * 1", "2026-11-23T00:00Z", "MCT-W-2026-48", "2026-11-23", "2026-11-16", "2026-11-22")]
    public void An_edition_has_the_week_of_its_issue_date_and_covers_the_days_since_the_one_before(
        string cron, string now, string number, string issued, string from, string to)
    {
        var plan = Plan(cron, now);

        plan.Number.ShouldBe(number);
        plan.IssueDate.ShouldBe(Date(issued));
        plan.Period.ShouldBe(new Period(Date(from), Date(to)));
    }

    [Theory]
    [InlineData("2026-11-16T12:00Z", "MCT-W-2026-47", "2026-11-12", "2026-11-15")]
    [InlineData("2026-11-19T12:00Z", "MCT-W-2026-47-2", "2026-11-16", "2026-11-18")]
    [InlineData("2026-11-23T12:00Z", "MCT-W-2026-48", "2026-11-19", "2026-11-22")]
    public void A_second_edition_in_a_week_says_so(string now, string number, string from, string to)
    {
        var plan = Plan("0 7 * * 1,4", now);

        plan.Number.ShouldBe(number);
        plan.Period.ShouldBe(new Period(Date(from), Date(to)));
    }

    [Theory]
    [InlineData("2026-11-17T08:00Z", "MCT-W-2026-47-3", "2026-11-16", "2026-11-16")]
    [InlineData("2026-11-17T16:00Z", "MCT-W-2026-47-4", "2026-11-17", "2026-11-17")]
    public void A_second_edition_of_a_day_covers_that_day(string now, string number, string from, string to)
    {
        var plan = Plan("0 7,15 * * *", now);

        plan.Number.ShouldBe(number);
        plan.Period.ShouldBe(new Period(Date(from), Date(to)));
    }

    [Fact]
    public void The_key_names_schedule_and_moment() => Plan("0 7 * * 1", "2026-11-22T12:00Z").Key.ShouldBe("schedule:weekly:2026-11-16T06:00Z");

    private static EditionPlan Plan(string cron, string now)
    {
        var schedule = new Schedule(
            "weekly", new() { Order = new() { Sections = ["domestic"] }, Cron = cron, TimeZone = "Africa/Casablanca", Series = "W" });
        return EditionPlan.Of(schedule, schedule.Times.LatestDue(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))!.Value);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
