using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>The rows of requests and documents.</summary>
internal static class RequestRows
{
    extension(LedgerContext ledger)
    {
        public DbSet<BriefingRequest> Requests => ledger.Set<BriefingRequest>();

        public DbSet<StoredDocument> Documents => ledger.Set<StoredDocument>();

        public IQueryable<BriefingRequest> Unfinished =>
            ledger.Requests.Where(request => request.State == RequestState.Queued || request.State == RequestState.Rendering);
    }

    public static Task KeepDocumentAsync(LedgerContext ledger, StoredDocument document, CancellationToken cancellationToken) => ledger.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO documents (sha256, content, pages, bytes, created_at)
         VALUES ({document.Sha256}, {document.Content}, {document.Pages}, {document.Bytes}, {document.CreatedAt.ToUnixTimeMilliseconds()})
         ON CONFLICT (sha256) DO NOTHING
         """,
        cancellationToken);

    /// <summary>Compare and set: the row becomes <paramref name="next"/> only if it still is as it was seen.</summary>
    public static async Task<bool> ReplaceAsync(LedgerContext ledger, BriefingRequest seen, BriefingRequest next, CancellationToken cancellationToken)
    {
        var replaced = await ledger.Requests
            .Where(row => row.Id == seen.Id && row.State == seen.State && row.Attempts == seen.Attempts && row.UpdatedAt == seen.UpdatedAt)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, next.State)
                    .SetProperty(r => r.UpdatedAt, next.UpdatedAt)
                    .SetProperty(r => r.StartedAt, next.StartedAt)
                    .SetProperty(r => r.FinishedAt, next.FinishedAt)
                    .SetProperty(r => r.Attempts, next.Attempts)
                    .SetProperty(r => r.JobId, next.JobId)
                    .SetProperty(r => r.Fingerprint, next.Fingerprint)
                    .SetProperty(r => r.Sha256, next.Sha256)
                    .SetProperty(r => r.Pages, next.Pages)
                    .SetProperty(r => r.Bytes, next.Bytes)
                    .SetProperty(r => r.ErrorTitle, next.ErrorTitle)
                    .SetProperty(r => r.ErrorDetail, next.ErrorDetail),
                cancellationToken);
        return replaced == 1;
    }
}
