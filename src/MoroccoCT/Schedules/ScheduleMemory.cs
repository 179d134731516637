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
    /// The moment from which on the schedule counts; <paramref name="now"/> when it is new or was moved, or when the moment lies ahead
    /// because it was written by a clock that has been set back since.
    /// </summary>
    public Task<DateTimeOffset> SinceAsync(Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            await ledger.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO schedules (name, cron, time_zone, since)
                 VALUES ({schedule.Name}, {schedule.Clock.Cron}, {schedule.Clock.TimeZone}, {now.ToUnixTimeMilliseconds()})
                 ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, time_zone = excluded.time_zone, since = excluded.since
                 WHERE schedules.cron <> excluded.cron OR schedules.time_zone <> excluded.time_zone OR schedules.since > excluded.since
                 """,
                cancellationToken);
            return await ledger.Set<KnownSchedule>().Where(known => known.Name == schedule.Name).Select(known => known.Since).SingleAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Forgets schedules that are gone: one that comes back is new.</summary>
    public Task ForgetOthersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) => store.WriteAsync(
        ledger => ledger.Set<KnownSchedule>().Where(known => !names.Contains(known.Name)).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);
}
