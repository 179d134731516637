using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>A schedule as people see it.</summary>
/// <param name="Next">Five at most, soonest first; none of one that is paused.</param>
/// <param name="LastEdition">In the first of its languages; null before the first.</param>
/// <param name="Problems">What the library no longer has of its order.</param>
public sealed record ScheduleView(
    Schedule Schedule, IReadOnlyList<DueTime> Next, BriefingRequest? LastEdition, IReadOnlyList<ScheduleProblem> Problems)
{
    public string Name => Schedule.Name;
}

/// <param name="Local">In the schedule's zone, with its offset.</param>
/// <param name="Utc">The same moment.</param>
public sealed record DueTime(DateTimeOffset Local, DateTimeOffset Utc);

/// <summary>The schedules with their next and last editions, for the form, the API and the command line.</summary>
public sealed class ScheduleList(ScheduleBook book, RequestQueries queries, CurrentLibrary library, TimeProvider time)
{
    private const int Shown = 5;

    /// <summary>Those that these eyes see.</summary>
    public async Task<IReadOnlyList<ScheduleView>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var views = new List<ScheduleView>();
        foreach (var schedule in (await book.AllAsync(cancellationToken)).Where(schedule => schedule.IsVisibleTo(viewer)))
            views.Add(View(schedule, await queries.LastEditionAsync(schedule.Name, viewer, cancellationToken)));
        return views;
    }

    /// <exception cref="UnknownScheduleException">These eyes see none of that name.</exception>
    public async Task<ScheduleView> GetAsync(string name, Viewer viewer, CancellationToken cancellationToken) => View(
        await book.GetAsync(name, viewer, cancellationToken), await queries.LastEditionAsync(name, viewer, cancellationToken));

    /// <summary>Where there is no ledger yet.</summary>
    public IReadOnlyList<ScheduleView> BeforeTheFirstEdition() => [.. book.InSettings.Select(schedule => View(schedule, lastEdition: null))];

    /// <summary>Schedules that cannot make their next edition as things stand, with what is wrong.</summary>
    public async Task<IReadOnlyList<ScheduleView>> BrokenAsync(CancellationToken cancellationToken) =>
    [
        .. (await book.AllAsync(cancellationToken)).Where(schedule => !schedule.IsPaused)
            .Select(schedule => View(schedule, lastEdition: null)).Where(view => view.Problems.Count > 0),
    ];

    /// <summary>The next times that come due, five at most.</summary>
    public IReadOnlyList<DueTime> Next(ScheduleTimes times) =>
        [.. times.After(time.GetUtcNow()).Take(Shown).Select(due => new DueTime(due, due.ToUniversalTime()))];

    private ScheduleView View(Schedule schedule, BriefingRequest? lastEdition) => new(
        schedule, schedule.IsPaused ? [] : Next(schedule.Times), lastEdition, ScheduleCheck.OfOrders(schedule.Definition, library.Snapshot.Library));
}
