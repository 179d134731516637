using System.Collections.Concurrent;
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

    /// <summary>What the log was told already: this is asked three times a minute.</summary>
    private readonly ConcurrentDictionary<string, bool> told = new();

    internal ScheduleBook(IReadOnlyList<Schedule> inSettings, LedgerStore store, CurrentLibrary library, ILogger<ScheduleBook> logger) =>
        (this.inSettings, this.store, this.library, this.logger) = (inSettings, store, library, logger);

    /// <summary>Those of the settings first, the others by name. One of the ledger that cannot be used here does nothing, and the log says so once.</summary>
    public async Task<IReadOnlyList<Schedule>> AllAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(
            ledger => ledger.Set<KeptSchedule>().Where(row => row.EndedAt == null).OrderBy(row => row.Name).ToListAsync(cancellationToken), cancellationToken);
        return [.. InSettings, .. kept.Select(Usable).OfType<Schedule>()];
    }

    /// <summary>Those of the settings alone, where there is no ledger yet.</summary>
    public IReadOnlyList<Schedule> InSettings => [.. inSettings.Select(Marked)];

    /// <exception cref="UnknownScheduleException">Lists the names there are for these eyes.</exception>
    public async Task<Schedule> GetAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        var seen = (await AllAsync(cancellationToken)).Where(schedule => schedule.IsVisibleTo(viewer)).ToList();
        return seen.Find(schedule => schedule.Name == name) ?? throw new UnknownScheduleException(name, seen.Select(schedule => schedule.Name));
    }

    private Schedule? Usable(KeptSchedule row)
    {
        if (inSettings.Any(other => other.Name == row.Name || other.Definition.Series == row.Series))
            return Unusable(row, $"One of the settings has its name or its series {row.Series}.");
        try
        {
            return Of(row);
        }
        catch (Exception fault) when (fault is TimeZoneNotFoundException or InvalidTimeZoneException or FormatException)
        {
            // This machine may know fewer zones than the one on which it was written down.
            return Unusable(row, fault.Message);
        }
    }

    private Schedule? Unusable(KeptSchedule row, string why)
    {
        if (told.TryAdd(row.Name, true))
            logger.LogError("Schedule {Schedule} does nothing. {Why}", row.Name, why);
        return null;
    }

    internal Schedule Of(KeptSchedule row) =>
        Marked(new(row.Name, row.Definition) { Desk = row.Desk, IsPaused = row.IsPaused, Revision = row.Revision });

    /// <exception cref="UnknownScheduleException">There is none of that name that these eyes may change.</exception>
    internal async Task DemandKeptAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!(await GetAsync(name, viewer, cancellationToken)).MayBeChangedBy(viewer))
            throw UnknownScheduleException.ToChange(name);
    }

    /// <summary>Names and series that are or were in use.</summary>
    internal async Task<IReadOnlyList<(string Name, string Series)>> EverAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(
            ledger => ledger.Set<KeptSchedule>().Select(row => new { row.Name, row.Series }).ToListAsync(cancellationToken), cancellationToken);
        return [.. inSettings.Select(schedule => (schedule.Name, schedule.Definition.Series)), .. kept.Select(row => (row.Name, row.Series))];
    }

    private Schedule Marked(Schedule schedule)
    {
        var (order, present) = (schedule.Definition.Order, library.Snapshot.Library);
        return schedule with
        {
            MarkingLevel = ScheduleCheck.MarkingOf(schedule.Definition, present).Level,
            IsMarkingKnown = order.Marking is not null || present.AllSections.Any(section => order.Sections.Contains(section.Id)),
        };
    }
}
