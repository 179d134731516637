using Microsoft.EntityFrameworkCore;

namespace MoroccoCT.Requests;

/// <content>What was issued, for those who hold a document and ask about it.</content>
public sealed partial class RequestLedger
{
    /// <summary>The first request that got the document with this hash; null when no such document was issued.</summary>
    public Task<BriefingRequest?> FindByDocumentAsync(string sha256, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests.Where(request => request.Sha256 == sha256 && request.State == RequestState.Completed).OrderBy(request => request.Id).FirstOrDefaultAsync(cancellationToken),
        cancellationToken);

    /// <summary>The first completed request with this printed number, or else with this fingerprint; null when there is none.</summary>
    public Task<BriefingRequest?> FindIssuedAsync(string? number, string fingerprint, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests
            .Where(request => request.State == RequestState.Completed && (number != null ? request.Number == number : request.Fingerprint == fingerprint))
            .OrderBy(request => request.Id)
            .FirstOrDefaultAsync(cancellationToken),
        cancellationToken);
}
