using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Schedules;

/// <summary>
/// Changes the schedules of the ledger. Each change is compared with the revision that was looked at, and kept with who made it and its entry in the audit, in
/// one transaction.
/// </summary>
public sealed class ScheduleKeeping
{
    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly ScheduleBook book;
    private readonly CurrentLibrary library;
    private readonly TimeProvider time;

    internal ScheduleKeeping(LedgerStore store, AuditTrail audit, ScheduleBook book, CurrentLibrary library, TimeProvider time) =>
        (this.store, this.audit, this.book, this.library, this.time) = (store, audit, book, library, time);

    /// <exception cref="ScheduleRejectedException">Names every field that is wrong.</exception>
    /// <exception cref="Briefings.Orders.OrderRejectedException">Its editions would be above the viewer's clearance.</exception>
    public async Task<Schedule> AddAsync(string name, ScheduleDefinition definition, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        await DemandAsync(name, definition, viewer, isNew: true, cancellationToken);
        var row = new KeptSchedule { Name = name, Series = definition.Series, Definition = definition, Desk = viewer.Desk ?? NewPerson.FirstDesk };
        try
        {
            await store.WriteAsync(
                async ledger =>
                {
                    ledger.Add(row);
                    await AddChangeAsync(ledger, row, ScheduleDeed.Made, by, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody was faster with the name or the series.
            await DemandAsync(name, definition, viewer, isNew: true, cancellationToken);
            throw;
        }

        return book.Of(row);
    }

    /// <param name="revision">Of the schedule that was looked at.</param>
    /// <exception cref="UnknownScheduleException">These eyes see none of that name in the ledger.</exception>
    /// <exception cref="ScheduleChangedException">It has another revision by now.</exception>
    /// <exception cref="ScheduleRejectedException">Names every field that is wrong.</exception>
    /// <exception cref="Briefings.Orders.OrderRejectedException">Its editions would be above the viewer's clearance.</exception>
    public async Task<Schedule> ChangeAsync(
        string name, int revision, ScheduleDefinition definition, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        await DemandAsync(name, definition, viewer, isNew: false, cancellationToken);
        return await ReplaceAsync(
            name, revision, ScheduleDeed.Changed, row => row with { Definition = definition, Series = definition.Series }, viewer, by, cancellationToken);
    }

    /// <summary>Nothing is made until it goes on.</summary>
    /// <exception cref="UnknownScheduleException">As for a change.</exception>
    /// <exception cref="ScheduleChangedException">As for a change.</exception>
    public Task<Schedule> PauseAsync(string name, int revision, Viewer viewer, Actor by, CancellationToken cancellationToken) =>
        ReplaceAsync(name, revision, ScheduleDeed.Paused, row => row with { IsPaused = true }, viewer, by, cancellationToken);

    /// <summary>It goes on from now: what fell due in the pause is not made up for.</summary>
    /// <exception cref="UnknownScheduleException">As for a change.</exception>
    /// <exception cref="ScheduleChangedException">As for a change.</exception>
    public Task<Schedule> ResumeAsync(string name, int revision, Viewer viewer, Actor by, CancellationToken cancellationToken) =>
        ReplaceAsync(name, revision, ScheduleDeed.Resumed, row => row with { IsPaused = false }, viewer, by, cancellationToken);

    /// <summary>Nothing is made any more. Its editions stay.</summary>
    /// <exception cref="UnknownScheduleException">As for a change.</exception>
    /// <exception cref="ScheduleChangedException">As for a change.</exception>
    public Task EndAsync(string name, int revision, Viewer viewer, Actor by, CancellationToken cancellationToken) => ReplaceAsync(
        name, revision, ScheduleDeed.Ended, row => row with { EndedAt = time.GetUtcNow().InMilliseconds() }, viewer, by, cancellationToken);

    /// <summary>All changes of a schedule, the last one first.</summary>
    public Task<List<ScheduleChange>> ChangesAsync(Schedule schedule, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Set<ScheduleChange>().Where(change => change.Schedule == schedule.Name)
            .OrderByDescending(change => change.Revision).ToListAsync(cancellationToken),
        cancellationToken);

    private async Task DemandAsync(string name, ScheduleDefinition definition, Viewer viewer, bool isNew, CancellationToken cancellationToken)
    {
        var problems = ScheduleCheck.OfName(name).Concat(ScheduleCheck.Of(definition, library.Snapshot.Library)).ToList();
        var others = (await book.EverAsync(cancellationToken)).Where(other => isNew || other.Name != name).ToList();
        if (isNew && others.Exists(other => other.Name == name))
            problems.Add(new("name", ScheduleFault.NameTaken, name));
        if (others.Find(other => other.Series == definition.Series) is { Name: { } taken })
            problems.Add(new("series", ScheduleFault.SeriesTaken, definition.Series, taken));
        if (problems.Count > 0)
            throw new ScheduleRejectedException(problems);
        Clearances.Demand(ScheduleCheck.MarkingOf(definition, library.Snapshot.Library), viewer);
    }

    private async Task<Schedule> ReplaceAsync(
        string name, int revision, ScheduleDeed what, Func<KeptSchedule, KeptSchedule> change, Viewer viewer, Actor by, CancellationToken cancellationToken)
    {
        await book.DemandKeptAsync(name, viewer, cancellationToken);
        var replaced = await store.WriteAsync(
            async ledger =>
            {
                var seen = await ledger.Set<KeptSchedule>().FirstAsync(row => row.Name == name, cancellationToken);
                if (seen.Revision != revision || seen.EndedAt is not null)
                    throw new ScheduleChangedException(name);
                var next = change(seen) with { Revision = revision + 1 };
                ledger.Attach(seen with { }).CurrentValues.SetValues(next);
                if (what == ScheduleDeed.Resumed)
                    await ScheduleMemory.ForgetAsync(ledger, name, cancellationToken);
                try
                {
                    await ledger.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    throw new ScheduleChangedException(name);
                }

                await AddChangeAsync(ledger, next, what, by, cancellationToken);
                return next;
            },
            cancellationToken);
        return book.Of(replaced);
    }

    private async Task AddChangeAsync(LedgerContext ledger, KeptSchedule row, ScheduleDeed what, Actor by, CancellationToken cancellationToken)
    {
        ledger.Add(new ScheduleChange
        {
            Schedule = row.Name,
            Revision = row.Revision,
            At = time.GetUtcNow().InMilliseconds(),
            Who = by.Name,
            PersonId = by.Id,
            What = what,
            Definition = row.Definition,
        });
        await ledger.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(ledger, ScheduleDeeds.Changed(row, what, by), cancellationToken);
    }
}
