using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Schedules;

/// <summary>
/// Remembers since when each schedule has had its present timing. A schedule that is new, or was moved, makes up for
/// nothing: it was not due then.
/// </summary>
internal sealed class ScheduleMemory(LedgerStore store)
{
    /// <summary>
    /// The moments from which on the schedules count; <paramref name="now"/> for one that is new or was moved, or whose moment lies ahead because it was
    /// written by a clock that has been set back since. Those that are gone are forgotten: one that comes back is new.
    /// </summary>
    /// <returns>By the schedule's name.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> SinceAsync(
        IReadOnlyList<Schedule> schedules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(ledger => ledger.Set<KnownSchedule>().ToDictionaryAsync(one => one.Name, cancellationToken), cancellationToken);
        var strange = schedules.Where(schedule => !IsKnown(schedule, now, known)).ToList();

        // Nothing is written as long as nothing changes: this is asked three times a minute.
        if (strange.Count > 0 || known.Count > schedules.Count)
            known = await store.WriteAsync(ledger => RememberAsync(ledger, schedules, strange, now, cancellationToken), cancellationToken);
        return known.ToDictionary(one => one.Key, one => one.Value.Since);
    }

    /// <summary>In the transaction after which a schedule is as good as new.</summary>
    public static Task ForgetAsync(LedgerContext ledger, string name, CancellationToken cancellationToken) =>
        ledger.Set<KnownSchedule>().Where(known => known.Name == name).ExecuteDeleteAsync(cancellationToken);

    private static bool IsKnown(Schedule schedule, DateTimeOffset now, Dictionary<string, KnownSchedule> known) =>
        known.TryGetValue(schedule.Name, out var one)
        && one.Cron == schedule.Times.Cron && one.TimeZone == schedule.Times.TimeZone && one.Since <= now;

    private static async Task<Dictionary<string, KnownSchedule>> RememberAsync(
        LedgerContext ledger, IReadOnlyList<Schedule> schedules, List<Schedule> strange, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var names = schedules.Select(schedule => schedule.Name).ToList();
        await ledger.Set<KnownSchedule>().Where(known => !names.Contains(known.Name)).ExecuteDeleteAsync(cancellationToken);
        foreach (var schedule in strange)
        {
            await ledger.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO schedules (name, cron, time_zone, since)
                 VALUES ({schedule.Name}, {schedule.Times.Cron}, {schedule.Times.TimeZone}, {now.ToUnixTimeMilliseconds()})
                 ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, time_zone = excluded.time_zone, since = excluded.since
                 WHERE schedules.cron <> excluded.cron OR schedules.time_zone <> excluded.time_zone OR schedules.since > excluded.since
                 """,
                cancellationToken);
        }

        return await ledger.Set<KnownSchedule>().AsNoTracking().ToDictionaryAsync(known => known.Name, cancellationToken);
    }
}
