using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Audit;

/// <summary>Looks into the audit.</summary>
public sealed class AuditQueries
{
    /// <summary>Entries read at once where all are asked for.</summary>
    private const int BatchSize = 1000;

    private readonly LedgerStore store;

    internal AuditQueries(LedgerStore store) => this.store = store;

    /// <param name="before">Only entries before this number; null begins with the newest.</param>
    /// <param name="after">Instead: the entries next after this number.</param>
    public Task<AuditPage> ListAsync(AuditFilter filter, long? before, long? after, int limit, CancellationToken cancellationToken) => store.ReadAsync(
        async ledger =>
        {
            var matching = filter.Of(ledger.Set<AuditEntry>());
            var chosen = (before, after) switch
            {
                (null, { } last) => matching.Where(entry => entry.Sequence > last).OrderBy(entry => entry.Sequence),
                (null, null) => matching.OrderByDescending(entry => entry.Sequence),
                ({ } first, _) => matching.Where(entry => entry.Sequence < first).OrderByDescending(entry => entry.Sequence),
            };
            var items = await chosen.Take(limit).ToListAsync(cancellationToken);
            items.Sort((one, other) => other.Sequence.CompareTo(one.Sequence));
            if (items.Count == 0)
                return new AuditPage([], null, null);
            var (newest, oldest) = (items[0].Sequence, items[^1].Sequence);
            return new AuditPage(
                items,
                await matching.AnyAsync(entry => entry.Sequence < oldest, cancellationToken) ? oldest : null,
                await matching.AnyAsync(entry => entry.Sequence > newest, cancellationToken) ? newest : null);
        },
        cancellationToken);

    /// <summary>All that match, from the beginning to what was the end when it was reached; no more than a thousand are in memory.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        List<AuditEntry> batch;
        do
        {
            var from = last;
            batch = await store.ReadAsync(
                ledger => filter.Of(ledger.Set<AuditEntry>()).Where(entry => entry.Sequence > from).OrderBy(entry => entry.Sequence).Take(BatchSize)
                    .ToListAsync(cancellationToken),
                cancellationToken);
            foreach (var entry in batch)
                yield return entry;
            last = batch.Count > 0 ? batch[^1].Sequence : last;
        }
        while (batch.Count == BatchSize);
    }
}
