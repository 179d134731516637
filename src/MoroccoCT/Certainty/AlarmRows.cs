using Microsoft.EntityFrameworkCore;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using static MoroccoCT.Certainty.AlarmConfiguration;

namespace MoroccoCT.Certainty;

/// <summary>The rows of alarms and of what is told of them. Each is added once, by whoever is fastest.</summary>
internal static class AlarmRows
{
    extension(LedgerContext ledger)
    {
        public DbSet<Alarm> Alarms => ledger.Set<Alarm>();

        public DbSet<AlarmNotice> Notices => ledger.Set<AlarmNotice>();
    }

    /// <returns>Whether it was added, and not there already.</returns>
    public static async Task<bool> AddAsync(LedgerContext ledger, Alarm alarm, CancellationToken cancellationToken) =>
        await ledger.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO alarms (id, schedule, kind, occasion, due, number, state, lacking, raised_at)
             VALUES ({alarm.Id}, {alarm.Schedule}, {Word(alarm.Kind)}, {alarm.Occasion}, {alarm.Due?.ToUnixTimeMilliseconds()}, {alarm.Number}, {alarm.State},
                     {alarm.Lacking}, {alarm.RaisedAt.ToUnixTimeMilliseconds()})
             ON CONFLICT (schedule, kind, occasion) DO NOTHING
             """,
            cancellationToken) > 0;

    /// <summary>Has somebody told, unless he is already.</summary>
    public static Task<int> WantAsync(LedgerContext ledger, Guid alarm, Recipient to, bool isEnd, DateTimeOffset now, CancellationToken cancellationToken) =>
        ledger.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO alarm_notices (id, alarm_id, revision, channel, address, is_end, name, language, state, attempts, next_at, created_at, says_end)
             VALUES ({Guid.CreateVersion7(now)}, {alarm}, 0, {Word(to.Channel)}, {to.Address}, {isEnd}, {to.Name}, {to.Language},
                     {Word(NoticeState.Queued)}, 0, {now.ToUnixTimeMilliseconds()}, {now.ToUnixTimeMilliseconds()}, {false})
             ON CONFLICT (alarm_id, channel, address, is_end) DO NOTHING
             """,
            cancellationToken);

    /// <summary>Compare and set.</summary>
    /// <returns>The row as it then is; null when somebody was faster.</returns>
    public static async Task<AlarmNotice?> ReplaceAsync(LedgerContext ledger, AlarmNotice seen, AlarmNotice next, CancellationToken cancellationToken)
    {
        next = next with { Revision = seen.Revision + 1 };
        var changed = await ledger.Notices.Where(row => row.Id == seen.Id && row.Revision == seen.Revision).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Revision, next.Revision).SetProperty(one => one.State, next.State)
                .SetProperty(one => one.Attempts, next.Attempts).SetProperty(one => one.NextAt, next.NextAt)
                .SetProperty(one => one.Answer, next.Answer).SetProperty(one => one.SaysEnd, next.SaysEnd),
            cancellationToken);
        return changed > 0 ? next : null;
    }
}
