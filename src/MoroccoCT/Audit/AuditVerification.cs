using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Audit;

/// <summary>An entry by its number and hash, as somebody noted them outside the ledger.</summary>
public sealed record AuditMark(long Sequence, string Hash);

/// <summary>What became of a look at the whole chain.</summary>
/// <param name="Fault">The first; null when the chain is whole.</param>
/// <param name="Last">The last entry that is proven.</param>
public sealed record AuditVerdict(AuditFault? Fault, AuditMark Last);

/// <summary>Proves the chain, entry by entry and while others go on writing to it.</summary>
public sealed class AuditVerification
{
    /// <summary>Entries read at once: it takes the same memory however long the chain is.</summary>
    private const int PageSize = 1000;

    private readonly LedgerStore store;

    internal AuditVerification(LedgerStore store) => this.store = store;

    /// <param name="kept">What the chain has to hold, besides being whole; null when nothing was kept.</param>
    public async Task<AuditVerdict> RunAsync(AuditMark? kept, CancellationToken cancellationToken)
    {
        // The head first: entries are only ever added, so all up to it must be there.
        var head = await HeadAsync(cancellationToken);
        var walk = new ChainWalk(head, kept);
        for (var page = await PageAsync(long.MinValue, cancellationToken); page.Count > 0; page = await PageAsync(page[^1].Sequence, cancellationToken))
        {
            foreach (var entry in page)
            {
                if (walk.Step(entry) is { } fault)
                    return new(fault, walk.Last);
            }
        }

        return new(walk.End(await HeadAsync(cancellationToken)), walk.Last);
    }

    private Task<AuditHead?> HeadAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => ledger.Set<AuditHead>().FirstOrDefaultAsync(head => head.Id == AuditHead.OnlyId, cancellationToken), cancellationToken);

    private Task<List<AuditEntry>> PageAsync(long after, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Set<AuditEntry>().Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence).Take(PageSize)
            .ToListAsync(cancellationToken),
        cancellationToken);
}
