using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public sealed class HolidayChildTests
{
    private static readonly DateOnly today = new(2026, 11, 22);

    [Fact]
    public void Days_spans_and_rules_become_holidays_and_what_lies_behind_does_not() => Read(
        """
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261225
        DTEND;VALUE=DATE:20261226
        SUMMARY:One day
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20270101
        DTEND;VALUE=DATE:20270103
        SUMMARY:Two days
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20200201
        RRULE:FREQ=YEARLY;COUNT=8
        SUMMARY:Each year
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260101
        SUMMARY:Long ago
        END:VEVENT
        """)!.Select(holiday => $"{holiday.Date:yyyy-MM-dd} {holiday.Name}").ShouldBe(
        ["2026-12-25 One day", "2027-01-01 Two days", "2027-01-02 Two days", "2027-02-01 Each year"]);

    [Fact]
    public void A_rule_without_end_is_taken_for_some_years() =>
        Read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY\nEND:VEVENT")!.Count.ShouldBe(5);

    [Fact]
    public void A_rule_of_every_second_ends_where_nobody_could_keep_more() =>
        Read("BEGIN:VEVENT\nDTSTART:20261225T000000Z\nRRULE:FREQ=DAILY\nEND:VEVENT")!.Count.ShouldBe(1001);

    [Theory]
    [InlineData("")]
    [InlineData("holidays")]
    [InlineData("<html></html>")]
    [InlineData("\0\u0001\u0002")]
    public void What_is_no_calendar_is_none(string text) => HolidayChild.Read(text, today).ShouldBeNull();

    [Fact]
    public void A_calendar_without_events_has_no_holidays() => Read("")!.ShouldBeEmpty();

    [Fact]
    public void A_name_is_one_line() =>
        Read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Two\\nlines\nEND:VEVENT")!.ShouldHaveSingleItem().Name.ShouldBe("Two lines");

    private static IReadOnlyList<Holiday>? Read(string events) =>
        HolidayChild.Read($"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{events}\nEND:VCALENDAR\n", today);
}
