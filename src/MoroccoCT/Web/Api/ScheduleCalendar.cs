using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Api;

/// <summary>The next editions as a calendar program takes them.</summary>
internal static class ScheduleCalendar
{
    public const string ContentType = "text/calendar";

    private static readonly TimeSpan shown = TimeSpan.FromMinutes(15);

    public static string Of(IEnumerable<ScheduleView> schedules, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//MoroccoCT//Briefings//EN" };
        foreach (var schedule in schedules)
            calendar.Events.AddRange(schedule.Next.Select(due => Event(schedule, due, now)));
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    /// <summary>The same edition has the same id each time, so that a program that asks again keeps one of it.</summary>
    private static CalendarEvent Event(ScheduleView schedule, DueTime due, DateTimeOffset now) => new()
    {
        Uid = string.Create(CultureInfo.InvariantCulture, $"{schedule.Name}-{due.Utc:yyyyMMdd'T'HHmm'Z'}@moroccoct"),
        DtStamp = new(now.UtcDateTime),
        Start = new CalDateTime(due.Utc.UtcDateTime),
        End = new CalDateTime((due.Utc + shown).UtcDateTime),
        Summary = $"{schedule.Name} ({schedule.Schedule.Definition.Series})",
    };
}
