using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Api;

/// <summary>A briefing that is made at fixed times.</summary>
/// <param name="Cron">Five-field cron expression, read in <c>timeZone</c>.</param>
/// <param name="TimeZone">Name in the tz database.</param>
/// <param name="Next">The next times it is due, soonest first.</param>
/// <param name="LastEdition">The newest edition; null before the first.</param>
public sealed record ScheduleBody(string Name, string Cron, string TimeZone, IReadOnlyList<DueBody> Next, RequestBody? LastEdition)
{
    internal static ScheduleBody Of(ScheduleView schedule, PathString at) => new(
        schedule.Name,
        schedule.Cron,
        schedule.TimeZone,
        [.. schedule.Next.Select(due => new DueBody(due.Local, due.Utc))],
        schedule.LastEdition is { } edition ? RequestBody.Of(edition, person: null, at) : null);
}

/// <param name="Local">In the schedule's zone, with its offset.</param>
/// <param name="Utc">The same moment in UTC.</param>
public sealed record DueBody(DateTimeOffset Local, DateTimeOffset Utc);

public sealed record ScheduleListBody(IReadOnlyList<ScheduleBody> Items);
