using Cronos;

namespace MoroccoCT.Schedules;

/// <summary>
/// When a schedule is due. The cron expression is read on the zone's wall clock, and each time it names comes due once:
/// at the first moment at which the clock shows it or has passed it. So a time that a clock change repeats counts the
/// first time, and one that it skips counts at the change.
/// </summary>
/// <remarks>
/// Cronos only walks the calendar here. Its own treatment of time zones relies on .NET's notion of invalid times, which
/// misses those of zones that put the clock back for a season: with Cronos 0.13 on .NET 10, "30 2 * * *" in Africa/Casablanca
/// comes due without end on 22 March 2026, when that hour is skipped.
/// </remarks>
public sealed class ScheduleClock
{
    /// <summary>No clock change moves further than that, and no zone changes twice within it.</summary>
    private static readonly TimeSpan aroundChange = TimeSpan.FromDays(1);

    private readonly CronExpression expression;
    private readonly TimeZoneInfo zone;

    /// <exception cref="FormatException">The expression does not have five fields with valid values, or it never comes due.</exception>
    public ScheduleClock(string cron, TimeZoneInfo zone)
    {
        expression = CronExpression.Parse(cron, CronFormat.Standard);
        if (expression.GetNextOccurrence(DateTime.UnixEpoch) is null)
            throw new CronFormatException("It never comes due.");
        (Cron, this.zone) = (cron, zone);
    }

    /// <summary>As it was written.</summary>
    public string Cron { get; }

    /// <summary>Name in the tz database.</summary>
    public string TimeZone => zone.Id;

    /// <summary>The latest moment, not after <paramref name="now"/>, at which it was due.</summary>
    public DateTimeOffset LatestDue(DateTimeOffset now)
    {
        // Shortly after the clock was put back it has shown later times than it shows now.
        var shown = Max(zone.GetUtcOffset(now), zone.GetUtcOffset(now - aroundChange));
        for (var wall = expression.GetPreviousOccurrence((now + shown).UtcDateTime, inclusive: true);
            wall is { } due;
            wall = expression.GetPreviousOccurrence(due))
        {
            if (Moment(due) is var moment && moment <= now)
                return moment;
        }

        throw new InvalidOperationException($"'{Cron}' was never due before {now:u}.");
    }

    /// <summary>The moments after <paramref name="moment"/> at which it is due, soonest first, without end.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset moment)
    {
        var last = moment;
        for (var wall = expression.GetNextOccurrence(Wall(moment)); wall is { } due; wall = expression.GetNextOccurrence(due))
        {
            // Two times in one skipped hour come due at the same moment: once.
            if (Moment(due) is var next && next > last)
                yield return last = next;
        }
    }

    /// <summary>The date on the zone's calendar.</summary>
    public DateOnly Date(DateTimeOffset moment) => DateOnly.FromDateTime(Wall(moment));

    /// <summary>When the clock shows on another day what it shows at <paramref name="moment"/>.</summary>
    public DateTimeOffset SameTimeOn(DateOnly day, DateTimeOffset moment) => Moment(day.ToDateTime(TimeOnly.FromDateTime(Wall(moment)), DateTimeKind.Utc));

    /// <summary>The first moment at which the zone's clock shows <paramref name="wall"/> or has passed it.</summary>
    private DateTimeOffset Moment(DateTime wall)
    {
        var asUtc = new DateTimeOffset(wall, TimeSpan.Zero);
        var before = zone.GetUtcOffset(asUtc - aroundChange);
        var after = zone.GetUtcOffset(asUtc + aroundChange);
        var early = asUtc - Max(before, after);
        var late = asUtc - Min(before, after);
        var first = Wall(early) == wall ? early : Wall(late) == wall ? late : Change(early, late);
        return TimeZoneInfo.ConvertTime(first, zone);
    }

    /// <summary>The moment between two at which the zone's offset changes.</summary>
    private DateTimeOffset Change(DateTimeOffset before, DateTimeOffset after)
    {
        var offset = zone.GetUtcOffset(after);
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (before, middle) : (middle, after);
        }

        return after;
    }

    /// <summary>What the zone's clock shows; said to be UTC because Cronos asks for it.</summary>
    private DateTime Wall(DateTimeOffset moment) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, zone).DateTime, DateTimeKind.Utc);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
