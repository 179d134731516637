using Microsoft.EntityFrameworkCore;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Certainty;

/// <summary>What did not happen although it should have: raised once, by however many processes and restarts, and ended once.</summary>
public sealed class Alarms
{
    private readonly LedgerStore store;
    private readonly TimeProvider time;

    internal Alarms(LedgerStore store, TimeProvider time) => (this.store, this.time) = (store, time);

    /// <summary>What is not over, the oldest first.</summary>
    public Task<List<Alarm>> OpenAsync(CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Alarms.Where(alarm => alarm.EndedAt == null).OrderBy(alarm => alarm.RaisedAt).ThenBy(alarm => alarm.Id).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>All that was ever raised of editions due from a moment to another.</summary>
    internal Task<List<Alarm>> BetweenAsync(DateTimeOffset first, DateTimeOffset last, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Alarms.Where(alarm => alarm.Due >= first && alarm.Due <= last).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Writes down who is told in the same transaction.</summary>
    /// <returns>Whether it is new.</returns>
    internal Task<bool> RaiseAsync(Alarm alarm, IReadOnlyList<Recipient> keepers, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            if (!await AlarmRows.AddAsync(ledger, alarm, cancellationToken))
                return false;
            foreach (var keeper in keepers)
                await AlarmRows.WantAsync(ledger, alarm.Id, keeper, isEnd: false, Now(), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <returns>Whether it was open until now.</returns>
    internal Task<bool> EndAsync(Alarm alarm, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            var now = Now();
            return await ledger.Alarms.Where(row => row.Id == alarm.Id && row.EndedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), cancellationToken) > 0;
        },
        cancellationToken);

    private DateTimeOffset Now() => time.GetUtcNow().InMilliseconds();
}
