using System.Globalization;
using System.Text.RegularExpressions;

namespace MoroccoCT.Schedules;

/// <summary>A time as people say it: on certain weekdays, or on the last day of each month.</summary>
/// <param name="Days">From Monday on; empty for the last day of the month.</param>
public sealed partial record PlainTime(IReadOnlyList<DayOfWeek> Days, TimeOnly Time)
{
    private static readonly DayOfWeek[] week = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    /// <summary>Weekdays, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week => week;

    /// <summary>The same as a cron expression.</summary>
    public string Cron
    {
        get
        {
            var days = Days.Count is 0 or 7 ? "*" : string.Join(',', week.Where(Days.Contains).Select(day => (int)day));
            return string.Create(CultureInfo.InvariantCulture, $"{Time.Minute} {Time.Hour} {(Days.Count == 0 ? "L" : "*")} * {days}");
        }
    }

    /// <returns>Null for an expression that says more than that.</returns>
    public static PlainTime? Of(string cron)
    {
        if (Form().Match(cron.Trim()) is not { Success: true } match
            || !TimeOnly.TryParseExact($"{match.Groups["hour"].Value}:{match.Groups["minute"].Value}", "H:m", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var time))
            return null;
        var (day, days) = (match.Groups["day"].Value, match.Groups["days"].Value);
        return (day, days) switch
        {
            ("L", "*") => new([], time),
            ("*", "*") => new(week, time),
            ("*", _) => new([.. week.Where(one => days.Split(',').Contains(((int)one).ToString(CultureInfo.InvariantCulture)))], time),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<minute>\d{1,2}) (?<hour>\d{1,2}) (?<day>\*|L) \* (?<days>\*|[0-6](,[0-6])*)$")]
    private static partial Regex Form();
}
