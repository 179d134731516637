using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>
/// Takes requests out of the ledger, each with all that is its own. What is left of one is its entry in the audit, and its number, which is not given again.
/// </summary>
public sealed class RequestRemoval
{
    /// <summary>As PostgreSQL calls it. SQLite has one writer at a time: nobody comes between.</summary>
    private const string StillReferred = "23503";

    private readonly LedgerStore store;
    private readonly RequestQueries queries;
    private readonly AuditTrail audit;

    internal RequestRemoval(LedgerStore store, RequestQueries queries, AuditTrail audit) => (this.store, this.queries, this.audit) = (store, queries, audit);

    /// <summary>On somebody's demand.</summary>
    /// <returns>False when it is not there any more, or in a state in which it stays; nothing was deleted.</returns>
    public async Task<bool> DeleteAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        while (await queries.FindAsync(id, Viewer.Everything, cancellationToken) is { MayBeDeleted: true } seen)
        {
            if (await RemoveAsync(seen, by, ledger => ledger.Requests, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Deletes the row with what hangs on it, its document unless another request has the same, and writes the entry, in one transaction.
    /// </summary>
    /// <param name="among">What may be removed: asked once more in the very step that does it.</param>
    /// <returns>False when somebody changed the row since it was seen, or gave its document to another request in this moment; nothing was deleted.</returns>
    internal async Task<bool> RemoveAsync(
        BriefingRequest seen, Actor by, Func<LedgerContext, IQueryable<BriefingRequest>> among, CancellationToken cancellationToken)
    {
        try
        {
            return await store.WriteAsync(ledger => RemoveAsync(ledger, seen, by, among, cancellationToken), cancellationToken);
        }
        catch (DbException fault) when (fault.SqlState == StillReferred)
        {
            // Another request was given the same document meanwhile: now that can be seen.
            return false;
        }
    }

    private async Task<bool> RemoveAsync(
        LedgerContext ledger, BriefingRequest seen, Actor by, Func<LedgerContext, IQueryable<BriefingRequest>> among, CancellationToken cancellationToken)
    {
        if (await among(ledger).Where(row => row.Id == seen.Id && row.Revision == seen.Revision).ExecuteDeleteAsync(cancellationToken) == 0)
            return false;
        await Outbox.RemoveAsync(ledger, RequestRows.DeliveryWanted, seen.Id, cancellationToken);
        if (seen.Sha256 is { } sha256)
        {
            var others = ledger.Requests.Where(other => other.Sha256 == sha256);
            await ledger.Documents.Where(document => document.Sha256 == sha256 && !others.Any()).ExecuteDeleteAsync(cancellationToken);
        }

        await audit.AppendAsync(ledger, Tombstone.Of(seen, by), cancellationToken);
        return true;
    }
}
