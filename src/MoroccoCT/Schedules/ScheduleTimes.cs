namespace MoroccoCT.Schedules;

/// <summary>When editions are due: the times of a clock from a first to a last day, without those that fall on holidays or with these moved.</summary>
public sealed class ScheduleTimes
{
    private readonly ScheduleClock clock;
    private readonly DateOnly first;
    private readonly DateOnly last;
    private readonly HashSet<DateOnly> holidays;
    private readonly OnHoliday onHoliday;

    /// <summary>No time is moved further than that.</summary>
    private readonly TimeSpan reach;

    /// <param name="first">The first day of which a time counts; null where all earlier ones do.</param>
    /// <param name="last">The last such day; null where there is none.</param>
    public ScheduleTimes(
        ScheduleClock clock, DateOnly? first = null, DateOnly? last = null, IEnumerable<Holiday>? holidays = null, OnHoliday onHoliday = OnHoliday.Skip)
    {
        this.clock = clock;
        this.first = first ?? DateOnly.MinValue;
        this.last = last ?? DateOnly.MaxValue;
        this.holidays = [.. (holidays ?? []).Select(holiday => holiday.Date)];
        this.onHoliday = onHoliday;
        var furthest = onHoliday == OnHoliday.Move ? this.holidays.Select(day => NextWorkingDay(day).DayNumber - day.DayNumber).DefaultIfEmpty().Max() : 0;

        // A day more, for days that a clock change makes longer.
        reach = furthest == 0 ? TimeSpan.Zero : TimeSpan.FromDays(furthest + 1);
    }

    /// <summary>The clock's cron expression as it was written.</summary>
    public string Cron => clock.Cron;

    /// <summary>Name in the tz database.</summary>
    public string TimeZone => clock.TimeZone;

    /// <summary>The latest moment, not after <paramref name="now"/>, at which an edition was due; null before the first.</summary>
    public DateTimeOffset? LatestDue(DateTimeOffset now) => Latest(now, first);

    /// <summary>When the edition before was due, or would have been had there been one.</summary>
    public DateTimeOffset Before(DateTimeOffset due) => Latest(due.AddTicks(-1), DateOnly.MinValue)!.Value;

    /// <summary>The moments after <paramref name="moment"/> at which an edition is due, soonest first.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset moment)
    {
        var moved = new SortedSet<DateTimeOffset>();
        foreach (var time in clock.After(moment - reach))
        {
            // Before whatever is due later than it; what is due at the same moment is one.
            while (moved.Count > 0 && moved.Min < time)
            {
                var next = moved.Min;
                moved.Remove(next);
                yield return next;
            }

            if (clock.Date(time) > last)
                break;
            if (clock.Date(time) >= first && Due(time) is { } due && due > moment)
                moved.Add(due);
        }

        foreach (var due in moved)
            yield return due;
    }

    /// <summary>The date on the zone's calendar.</summary>
    public DateOnly Date(DateTimeOffset moment) => clock.Date(moment);

    /// <summary>Goes back from the clock's latest time until none before it can have been moved to a later moment than the one found.</summary>
    private DateTimeOffset? Latest(DateTimeOffset now, DateOnly from)
    {
        DateTimeOffset? latest = null;
        for (var time = clock.LatestDue(now); clock.Date(time) >= from; time = clock.LatestDue(time.AddTicks(-1)))
        {
            if (time + reach < latest)
                break;
            if (clock.Date(time) <= last && Due(time) is { } due && due <= now && !(due <= latest))
                latest = due;
        }

        return latest;
    }

    /// <summary>When the edition of one of the clock's times is due; null when there is none.</summary>
    private DateTimeOffset? Due(DateTimeOffset time) => !holidays.Contains(clock.Date(time)) ? time
        : onHoliday == OnHoliday.Skip ? null
        : clock.SameTimeOn(NextWorkingDay(clock.Date(time)), time);

    private DateOnly NextWorkingDay(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (holidays.Contains(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
