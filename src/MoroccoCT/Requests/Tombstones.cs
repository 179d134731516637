using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Looks in the audit for requests that were deleted.</summary>
public sealed class Tombstones
{
    private readonly LedgerStore store;

    internal Tombstones(LedgerStore store) => this.store = store;

    /// <summary>The last one that had the document with this hash.</summary>
    public async Task<Tombstone?> FindByDocumentAsync(string sha256, Viewer viewer, CancellationToken cancellationToken) =>
        await FirstAsync(entries => entries.Where(entry => entry.Details.Contains(sha256)), stone => stone.Sha256 == sha256, viewer, cancellationToken);

    /// <summary>The last one with this printed number, or else with a document of this fingerprint.</summary>
    public async Task<Tombstone?> FindIssuedAsync(string? number, string fingerprint, Viewer viewer, CancellationToken cancellationToken) => number is null
        ? await FirstAsync(
            entries => entries.Where(entry => entry.Details.Contains(fingerprint)), stone => stone.Fingerprint == fingerprint, viewer, cancellationToken)
        : await FirstAsync(entries => entries.Where(entry => entry.Subject == number), stone => stone.Sha256 is not null, viewer, cancellationToken);

    /// <summary>The one with this number, whether there was a document or not.</summary>
    public Task<Tombstone?> FindByNumberAsync(string number, Viewer viewer, CancellationToken cancellationToken) =>
        FirstAsync(entries => entries.Where(entry => entry.Subject == number), _ => true, viewer, cancellationToken);

    private async Task<Tombstone?> FirstAsync(
        Func<IQueryable<AuditEntry>, IQueryable<AuditEntry>> narrowed, Func<Tombstone, bool> isMeant, Viewer viewer, CancellationToken cancellationToken)
    {
        var deleted = Deed.Deleted.Word();
        var entries = await store.ReadAsync(
            ledger => narrowed(ledger.Set<AuditEntry>().Where(entry => entry.What == deleted)).OrderByDescending(entry => entry.Sequence)
                .ToListAsync(cancellationToken),
            cancellationToken);
        return entries.Select(Tombstone.Of).OfType<Tombstone>().FirstOrDefault(stone => isMeant(stone) && stone.IsVisibleTo(viewer));
    }
}
