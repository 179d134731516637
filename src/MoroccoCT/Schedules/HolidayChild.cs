using System.Globalization;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using MoroccoCT.Briefings;

namespace MoroccoCT.Schedules;

/// <summary>
/// The process that reads one calendar and ends: a rule can repeat without end and a file can be as deep as it likes, and here that harms nothing.
/// </summary>
internal static class HolidayChild
{
    /// <summary>The program's command for it. People never call it, so it is not in the help.</summary>
    public const string Command = "read-holidays";

    /// <summary>Years from this one on whose holidays are taken from a rule that repeats.</summary>
    private const int Years = 5;

    /// <summary>Today as <c>2026-11-22</c> on the first line of standard input, then the calendar; the holidays on standard output.</summary>
    public static void Run()
    {
        using var output = Console.OpenStandardOutput();
        output.WriteByte((byte)'\n');
        output.Flush();
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var today = DateOnly.ParseExact(input.ReadLine()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        JsonSerializer.Serialize(output, Read(input.ReadToEnd(), today), BriefingJson.Options);
    }

    /// <summary>Each day of each event that lies in the next years, today among them; null for what is no calendar.</summary>
    internal static IReadOnlyList<Holiday>? Read(string calendar, DateOnly today)
    {
        CalendarCollection calendars;
        try
        {
            calendars = CalendarCollection.Load(calendar);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException or SerializationException)
        {
            return null;
        }

        var end = today.AddYears(Years);
        return calendars.Count == 0
            ? null
            :
            [
                .. calendars.SelectMany(one => one.Events).SelectMany(one => Days(one, today, end)).Distinct()
                    .OrderBy(holiday => holiday.Date).ThenBy(holiday => holiday.Name, StringComparer.Ordinal).Take(ScheduleCheck.MostHolidays + 1),
            ];
    }

    private static IEnumerable<Holiday> Days(CalendarEvent happening, DateOnly today, DateOnly end)
    {
        var name = (happening.Summary ?? "").ReplaceLineEndings(" ").Trim();
        foreach (var occurrence in happening.GetOccurrences(new CalDateTime(today.AddDays(-1))).TakeWhile(one => one.Period.StartTime.Date < end))
        {
            var first = occurrence.Period.StartTime.Date;
            var last = LastDay(occurrence.Period, first);
            for (var day = first; day <= last && day < end; day = day.AddDays(1))
            {
                if (day >= today)
                    yield return new(day, name);
            }
        }
    }

    /// <summary>An event ends before the moment that it names as its end.</summary>
    private static DateOnly LastDay(Ical.Net.DataTypes.Period period, DateOnly first)
    {
        if (period.EffectiveEndTime is not { } end)
            return first;
        var last = end.HasTime && end.Time > TimeOnly.MinValue ? end.Date : end.Date.AddDays(-1);
        return last < first ? first : last;
    }
}
