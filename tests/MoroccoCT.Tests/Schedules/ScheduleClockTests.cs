using System.Globalization;
using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public sealed class ScheduleClockTests
{
    private static readonly DateTimeOffset begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset end = begin.AddYears(1);

    [Theory]
    [InlineData("Africa/Casablanca")]
    [InlineData("Europe/Paris")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/St_Johns")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("UTC")]
    public void A_daily_time_comes_due_once_on_each_day_at_every_hour(string zone)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var clock = Clock($"30 {hour} * * *", zone);

            // By the zone's calendar: the year in UTC cuts days in two.
            var dates = clock.After(begin).TakeWhile(due => due < end).Select(clock.Date).ToList();

            dates.ShouldBeUnique();
            dates.ShouldBe(Enumerable.Range(0, dates.Count).Select(day => dates[0].AddDays(day)), $"{hour}:30 in {zone}");
            dates.Count.ShouldBeInRange(364, 366);
        }
    }

    [Theory]
    [InlineData("Africa/Casablanca", "2026-03-22", "2026-03-22T02:00Z", "+01:00")]
    [InlineData("Europe/Paris", "2026-03-29", "2026-03-29T01:00Z", "+02:00")]
    public void A_time_that_the_clock_skips_comes_due_at_the_change(string zone, string day, string utc, string offset)
    {
        var due = On(Clock("30 2 * * *", zone), day);

        due.ToUniversalTime().ShouldBe(Utc(utc));
        due.ToString("HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture).ShouldBe($"03:00:00.0000000{offset}");
    }

    [Theory]
    [InlineData("Africa/Casablanca", "2026-02-15", "2026-02-15T01:30Z")]
    [InlineData("Europe/Paris", "2026-10-25", "2026-10-25T00:30Z")]
    public void A_time_that_the_clock_repeats_comes_due_the_first_time(string zone, string day, string utc) =>
        On(Clock("30 2 * * *", zone), day).ToUniversalTime().ShouldBe(Utc(utc));

    [Fact]
    public void Times_within_one_skipped_hour_come_due_together_and_those_of_a_repeated_hour_once()
    {
        var skipped = Clock("*/15 2 * * *", "Europe/Paris").After(Utc("2026-03-28T22:00Z")).First();
        var repeated = Clock("*/15 2 * * *", "Europe/Paris").After(Utc("2026-10-24T22:00Z")).Take(5).ToList();

        skipped.ShouldBe(Utc("2026-03-29T01:00Z"));
        repeated[..4].ShouldBe([Utc("2026-10-25T00:00Z"), Utc("2026-10-25T00:15Z"), Utc("2026-10-25T00:30Z"), Utc("2026-10-25T00:45Z")]);
        repeated[4].ShouldBe(Utc("2026-10-26T01:00Z"));
    }

    [Theory]
    [InlineData("0 7 * * 1", "Africa/Casablanca", 52)]
    [InlineData("0 7 * * 4", "Africa/Casablanca", 53)]
    [InlineData("0 7 * * 1", "Europe/Paris", 52)]
    [InlineData("*/20 1-3 * * 0,6", "Africa/Casablanca", null)]
    [InlineData("*/20 1-3 * * 0,6", "Europe/Paris", null)]
    [InlineData("15 2 * * *", "Africa/Casablanca", null)]
    public void Looking_back_finds_the_same_moments_as_looking_ahead(string cron, string zone, int? count)
    {
        var clock = Clock(cron, zone);
        var ahead = clock.After(begin).TakeWhile(due => due < end).ToList();

        if (count is not null)
            ahead.Count.ShouldBe(count.Value);
        foreach (var (due, next) in ahead.Zip(ahead.Skip(1)))
        {
            clock.LatestDue(due).ShouldBe(due);
            clock.LatestDue(due.AddMinutes(1)).ShouldBe(due);
            clock.LatestDue(due + ((next - due) / 2)).ShouldBe(due);
            clock.LatestDue(next.AddTicks(-1)).ShouldBe(due);
            clock.After(due).First().ShouldBe(next);
        }
    }

    [Theory]
    [InlineData("0 7 * *")]
    [InlineData("0 0 7 * * 1")]
    [InlineData("0 25 * * 1")]
    [InlineData("0 0 31 2 *")]
    [InlineData("")]
    public void An_expression_that_is_none_or_never_comes_due_is_refused(string cron) => Should.Throw<FormatException>(() => Clock(cron, "UTC"));

    private static ScheduleClock Clock(string cron, string zone) => new(cron, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset On(ScheduleClock clock, string day)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        return clock.After(begin).TakeWhile(due => due < end).Single(due => clock.Date(due) == date);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
