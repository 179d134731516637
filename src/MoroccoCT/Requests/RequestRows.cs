using Microsoft.EntityFrameworkCore;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>The rows of requests and documents.</summary>
internal static class RequestRows
{
    /// <summary>Kind of the outbox's entries for requests that wait for a job.</summary>
    public const string JobWanted = "job";

    /// <summary>Kind of the outbox's entries for requests that are to be sent to their recipients.</summary>
    public const string DeliveryWanted = "deliver";

    extension(LedgerContext ledger)
    {
        public DbSet<BriefingRequest> Requests => ledger.Set<BriefingRequest>();

        public DbSet<StoredDocument> Documents => ledger.Set<StoredDocument>();

        public DbSet<KeptEdition> Editions => ledger.Set<KeptEdition>();

        public DbSet<SavedOrder> SavedOrders => ledger.Set<SavedOrder>();

        public DbSet<Handover> Handovers => ledger.Set<Handover>();

        public IQueryable<BriefingRequest> Unfinished =>
            ledger.Requests.Where(request => request.State == RequestState.Queued || request.State == RequestState.Rendering);
    }

    /// <summary>Those of the rows that these eyes see; see <see cref="BriefingRequest.IsVisibleTo"/>.</summary>
    public static IQueryable<BriefingRequest> VisibleTo(this IQueryable<BriefingRequest> rows, Viewer viewer)
    {
        var (desk, clearance) = (viewer.Desk, viewer.Clearance);
        return rows.Where(request => request.MarkingLevel <= clearance && (desk == null || request.Desk == desk || request.IsShared));
    }

    /// <summary>Stores a document unless it is there already. One whose bytes were damaged since is mended.</summary>
    public static Task KeepAsync(LedgerContext ledger, StoredDocument document, CancellationToken cancellationToken) => ledger.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO documents (sha256, content, pages, bytes, created_at)
         VALUES ({document.Sha256}, {document.Content}, {document.Pages}, {document.Bytes}, {document.CreatedAt.ToUnixTimeMilliseconds()})
         ON CONFLICT (sha256) DO UPDATE SET content = excluded.content WHERE documents.content <> excluded.content
         """,
        cancellationToken);

    /// <summary>From now on an edition, in all its languages, says which one has taken its place.</summary>
    public static Task SupersedeAsync(LedgerContext ledger, string old, string number, CancellationToken cancellationToken) =>
        ledger.Requests.Where(request => request.Number == old && request.Schedule != null).ExecuteUpdateAsync(
            rows => rows.SetProperty(row => row.SupersededBy, number).SetProperty(row => row.Revision, row => row.Revision + 1), cancellationToken);

    /// <summary>Has an edition tell something else; the file that told what it did before is dropped unless another request has it too.</summary>
    public static async Task TellAsync(LedgerContext ledger, KeptEdition edition, string? sha256, CancellationToken cancellationToken)
    {
        await ledger.Editions.Where(old => old.RequestId == edition.RequestId).ExecuteDeleteAsync(cancellationToken);
        ledger.Editions.Add(edition);
        await ledger.SaveChangesAsync(cancellationToken);
        ledger.ChangeTracker.Clear();
        var others = ledger.Requests.Where(other => other.Sha256 == sha256);
        await ledger.Documents.Where(document => document.Sha256 == sha256 && !others.Any()).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Compare and set: the row becomes <paramref name="next"/> only if nobody has changed it since it was seen.</summary>
    /// <returns>The row as it then is; null when somebody was faster.</returns>
    public static async Task<BriefingRequest?> ReplaceAsync(
        LedgerContext ledger, BriefingRequest seen, BriefingRequest next, CancellationToken cancellationToken)
    {
        next = next with { Revision = seen.Revision + 1 };
        ledger.Attach(seen with { }).CurrentValues.SetValues(next);
        try
        {
            await ledger.SaveChangesAsync(cancellationToken);
            return next;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        finally
        {
            ledger.ChangeTracker.Clear();
        }
    }
}
