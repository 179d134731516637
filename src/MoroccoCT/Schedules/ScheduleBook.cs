using Microsoft.EntityFrameworkCore;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Schedules;

/// <summary>The schedules there are: those of the settings, and those that people made.</summary>
public sealed class ScheduleBook
{
    private readonly IReadOnlyList<Schedule> inSettings;
    private readonly LedgerStore store;
    private readonly CurrentLibrary library;
    private readonly ILogger<ScheduleBook> logger;

    internal ScheduleBook(IReadOnlyList<Schedule> inSettings, LedgerStore store, CurrentLibrary library, ILogger<ScheduleBook> logger) =>
        (this.inSettings, this.store, this.library, this.logger) = (inSettings, store, library, logger);

    /// <summary>Those of the settings first, the others by name. One of the ledger whose name or series the settings took since does nothing.</summary>
    public async Task<IReadOnlyList<Schedule>> AllAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(
            ledger => ledger.Set<KeptSchedule>().Where(row => row.EndedAt == null).OrderBy(row => row.Name).ToListAsync(cancellationToken), cancellationToken);
        var free = kept.Where(row => !inSettings.Any(other => other.Name == row.Name || other.Definition.Series == row.Series)).ToList();
        foreach (var taken in kept.Except(free))
            logger.LogWarning("Schedule {Schedule} does nothing: one of the settings has its name or its series {Series}", taken.Name, taken.Series);
        return [.. InSettings, .. free.Select(Of)];
    }

    /// <summary>Those of the settings alone, where there is no ledger yet.</summary>
    public IReadOnlyList<Schedule> InSettings => [.. inSettings.Select(Marked)];

    /// <exception cref="UnknownScheduleException">Lists the names there are for these eyes.</exception>
    public async Task<Schedule> GetAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        var seen = (await AllAsync(cancellationToken)).Where(schedule => schedule.IsVisibleTo(viewer)).ToList();
        return seen.Find(schedule => schedule.Name == name) ?? throw new UnknownScheduleException(name, seen.Select(schedule => schedule.Name));
    }

    internal Schedule Of(KeptSchedule row) =>
        Marked(new(row.Name, row.Definition) { Desk = row.Desk, IsPaused = row.IsPaused, Revision = row.Revision });

    /// <exception cref="UnknownScheduleException">There is none of that name that these eyes may change.</exception>
    internal async Task DemandKeptAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await GetAsync(name, viewer, cancellationToken)).MayBeChangedBy(viewer))
            throw new UnknownScheduleException(name, []);
    }

    /// <summary>Names and series that are or were in use.</summary>
    internal async Task<IReadOnlyList<(string Name, string Series)>> EverAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(
            ledger => ledger.Set<KeptSchedule>().Select(row => new { row.Name, row.Series }).ToListAsync(cancellationToken), cancellationToken);
        return [.. inSettings.Select(schedule => (schedule.Name, schedule.Definition.Series)), .. kept.Select(row => (row.Name, row.Series))];
    }

    private Schedule Marked(Schedule schedule) =>
        schedule with { MarkingLevel = ScheduleCheck.MarkingOf(schedule.Definition, library.Snapshot.Library).Level };
}
