using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>A schedule as people see it.</summary>
/// <param name="Next">Five at most, soonest first.</param>
/// <param name="LastEdition">Null before the first.</param>
public sealed record ScheduleView(string Name, string Cron, string TimeZone, IReadOnlyList<DueTime> Next, BriefingRequest? LastEdition);

/// <param name="Local">In the schedule's zone, with its offset.</param>
/// <param name="Utc">The same moment.</param>
public sealed record DueTime(DateTimeOffset Local, DateTimeOffset Utc);

/// <summary>The schedules with their next and last editions, for the form, the API and the command line.</summary>
public sealed class ScheduleList(ScheduleBook book, RequestQueries queries, TimeProvider time)
{
    private const int Shown = 5;

    public async Task<IReadOnlyList<ScheduleView>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var views = new List<ScheduleView>();
        foreach (var schedule in book.All)
            views.Add(View(schedule, await queries.LastEditionAsync(schedule.Name, viewer, cancellationToken)));
        return views;
    }

    /// <summary>Where there is no ledger yet.</summary>
    public IReadOnlyList<ScheduleView> BeforeTheFirstEdition() => [.. book.All.Select(schedule => View(schedule, lastEdition: null))];

    private ScheduleView View(Schedule schedule, BriefingRequest? lastEdition)
    {
        var next = schedule.Clock.After(time.GetUtcNow()).Take(Shown).Select(due => new DueTime(due, due.ToUniversalTime()));
        return new(schedule.Name, schedule.Clock.Cron, schedule.Clock.TimeZone, [.. next], lastEdition);
    }
}
