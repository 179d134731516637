using System.Globalization;
using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public sealed class ScheduleTimesTests
{
    private static readonly DateTimeOffset begin = Utc("2026-12-01T00:00Z");

    [Fact]
    public void Without_holidays_and_limits_the_clock_alone_counts() =>
        Times("0 7 * * 1").After(begin).Take(60).ShouldBe(Clock("0 7 * * 1").After(begin).Take(60));

    [Fact]
    public void What_falls_on_a_holiday_is_left_out() =>
        Days(Times("0 7 * * 1", OnHoliday.Skip, "2026-12-14", "2026-12-28")).ShouldBe(["12-07", "12-21", "01-04", "01-11"]);

    [Theory]
    [InlineData("0 7 * * 1", new[] { "2026-12-14" }, "12-07 12-15 12-21 12-28")]
    [InlineData("0 7 * * 5", new[] { "2026-12-04", "2026-12-07" }, "12-08 12-11 12-18 12-25")]
    [InlineData("0 7 * * 6", new[] { "2026-12-05" }, "12-07 12-12 12-19 12-26")]
    [InlineData("0 7 * * 1,2", new[] { "2026-12-07" }, "12-01 12-08 12-14 12-15")]
    [InlineData("0 7,15 * * 1-5", new[] { "2026-12-02" }, "12-01 12-01 12-03 12-03")]
    public void What_falls_on_a_holiday_moves_to_the_next_working_day_and_onto_another_edition_only_once(string cron, string[] holidays, string days) =>
        Days(Times(cron, OnHoliday.Move, holidays)).ShouldBe(days.Split(' '));

    [Fact]
    public void Moved_times_keep_their_order_among_those_that_stay()
    {
        var due = Times("0 15 * * 1-5", OnHoliday.Move, "2026-12-07").After(Utc("2026-12-06T12:00Z")).Take(3).ToList();

        due.ShouldBe(due.Order());
        due.ShouldBeUnique();
    }

    [Theory]
    [InlineData(OnHoliday.Skip)]
    [InlineData(OnHoliday.Move)]
    public void Looking_back_finds_the_same_moments_as_looking_ahead(OnHoliday onHoliday)
    {
        string[] holidays = ["2026-12-04", "2026-12-07", "2026-12-08", "2026-12-25", "2027-01-01", "2027-02-16", "2027-02-17", "2027-02-18"];
        foreach (var cron in new[] { "0 7 * * 1", "30 15 * * *", "0 7,15 * * 1-5", "0 7 L * *" })
        {
            var times = Times(cron, onHoliday, holidays);
            var ahead = times.After(begin).Take(90).ToList();

            ahead.ShouldBe(ahead.Order());
            ahead.ShouldBeUnique();
            foreach (var (due, next) in ahead.Zip(ahead.Skip(1)))
            {
                times.LatestDue(due).ShouldBe(due);
                times.LatestDue(next.AddTicks(-1)).ShouldBe(due);
                times.Before(next).ShouldBe(due);
                times.After(due).First().ShouldBe(next);
            }
        }
    }

    [Fact]
    public void Nothing_is_due_before_the_first_day_or_after_the_last()
    {
        var times = new ScheduleTimes(Clock("0 7 * * 1"), new(2026, 12, 14), new(2026, 12, 28));

        Days(times).ShouldBe(["12-14", "12-21", "12-28"]);
        times.LatestDue(Utc("2026-12-14T05:59Z")).ShouldBeNull();
        times.LatestDue(Utc("2026-12-14T06:00Z")).ShouldBe(Utc("2026-12-14T06:00Z"));
        times.LatestDue(Utc("2027-06-01T00:00Z")).ShouldBe(Utc("2026-12-28T06:00Z"));
        times.Before(Utc("2026-12-14T06:00Z")).ShouldBe(Utc("2026-12-07T06:00Z"), "the first edition has a period too");
    }

    [Fact]
    public void A_schedule_of_holidays_alone_is_never_due() =>
        new ScheduleTimes(Clock("0 7 25 12 *"), last: new(2027, 1, 1), holidays: [new(new(2026, 12, 25))]).After(begin).ShouldBeEmpty();

    private static IEnumerable<string> Days(ScheduleTimes times) =>
        times.After(begin).Take(4).Select(due => due.ToString("MM-dd", CultureInfo.InvariantCulture));

    private static ScheduleTimes Times(string cron, OnHoliday onHoliday = OnHoliday.Skip, params string[] holidays) =>
        new(Clock(cron), holidays: holidays.Select(day => new Holiday(DateOnly.Parse(day, CultureInfo.InvariantCulture))), onHoliday: onHoliday);

    private static ScheduleClock Clock(string cron) => new(cron, TimeZoneInfo.FindSystemTimeZoneById("Africa/Casablanca"));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
