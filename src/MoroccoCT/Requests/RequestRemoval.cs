using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Takes requests out of the ledger. What is left of one is its entry in the audit, and its number, which is not given again.</summary>
public sealed class RequestRemoval
{
    /// <summary>As PostgreSQL calls it. SQLite has one writer at a time: nobody comes between.</summary>
    private const string StillReferred = "23503";

    private readonly LedgerStore store;
    private readonly RequestQueries queries;
    private readonly AuditTrail audit;

    internal RequestRemoval(LedgerStore store, RequestQueries queries, AuditTrail audit) => (this.store, this.queries, this.audit) = (store, queries, audit);

    /// <summary>Deletes the row, its document unless another request has the same, and writes the entry, in one transaction.</summary>
    /// <returns>False when it is not there any more, or in a state in which it stays; nothing was deleted.</returns>
    public async Task<bool> DeleteAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        while (await queries.FindAsync(id, Viewer.Everything, cancellationToken) is { MayBeDeleted: true } seen)
        {
            try
            {
                if (await store.WriteAsync(ledger => DeleteAsync(ledger, seen, by, cancellationToken), cancellationToken))
                    return true;
            }
            catch (DbException fault) when (fault.SqlState == StillReferred)
            {
                // Another request was given the same document meanwhile: now that can be seen.
            }
        }

        return false;
    }

    /// <returns>False when somebody changed the row since it was seen.</returns>
    private async Task<bool> DeleteAsync(LedgerContext ledger, BriefingRequest seen, Actor by, CancellationToken cancellationToken)
    {
        if (await ledger.Requests.Where(row => row.Id == seen.Id && row.Revision == seen.Revision).ExecuteDeleteAsync(cancellationToken) == 0)
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
