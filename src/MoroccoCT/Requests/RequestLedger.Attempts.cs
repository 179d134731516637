using Microsoft.EntityFrameworkCore;
using MoroccoCT.Rendering;

namespace MoroccoCT.Requests;

/// <content>
/// What jobs write down. An attempt that was overtaken – cancelled, or given to another worker because this one was
/// taken for dead – finds its row changed and can write nothing more.
/// </content>
public sealed partial class RequestLedger
{
    /// <summary>Begins an attempt.</summary>
    /// <param name="jobId">A row in work is given only to the job that has it: that job was delivered again because its worker died.</param>
    /// <returns>The request with the attempt's number; null when there is nothing to do for this job.</returns>
    public async Task<BriefingRequest?> TakeAsync(Guid id, string jobId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } seen)
            return null;
        if (seen.State != RequestState.Queued && (seen.State != RequestState.Rendering || seen.JobId != jobId))
            return null;
        var now = Now();
        var taken = seen with { State = RequestState.Rendering, Attempts = seen.Attempts + 1, JobId = jobId, StartedAt = now, UpdatedAt = now };
        return await ChangeAsync(seen, taken, cancellationToken) ? taken : null;
    }

    /// <summary>The completed request that has the document of this fingerprint; null when it has yet to be made.</summary>
    public Task<BriefingRequest?> TwinAsync(string fingerprint, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests.FirstOrDefaultAsync(request => request.Fingerprint == fingerprint && request.State == RequestState.Completed, cancellationToken),
        cancellationToken);

    /// <summary>Stores the document with the state, in one transaction.</summary>
    /// <param name="fingerprint">Null when the library changed meanwhile, so that nobody else is given this document.</param>
    /// <returns>False when the attempt was overtaken; nothing was stored.</returns>
    public async Task<bool> CompleteAsync(Guid id, int attempt, RenderedBriefing briefing, string? fingerprint, CancellationToken cancellationToken)
    {
        var document = new StoredDocument(briefing.Sha256, briefing.Pdf, briefing.Pages, briefing.Pdf.LongLength, Now());
        return await EndAttemptAsync(id, attempt, seen => Completed(seen, fingerprint, document.Sha256, document.Pages, document.Bytes), document, cancellationToken);
    }

    /// <summary>Completes with a document that is there already.</summary>
    public Task<bool> CompleteAsync(Guid id, int attempt, BriefingRequest twin, CancellationToken cancellationToken) =>
        EndAttemptAsync(id, attempt, seen => Completed(seen, twin.Fingerprint, twin.Sha256, twin.Pages, twin.Bytes), document: null, cancellationToken);

    /// <param name="title">What failed, in a few words.</param>
    /// <param name="detail">Why, and what to do.</param>
    public Task<bool> FailAsync(Guid id, int attempt, string title, string? detail, CancellationToken cancellationToken) => EndAttemptAsync(
        id, attempt, seen => seen with { State = RequestState.Failed, FinishedAt = Now(), ErrorTitle = title, ErrorDetail = detail }, document: null, cancellationToken);

    /// <summary>Back into the queue: the same job will try again.</summary>
    public Task<bool> ReleaseAsync(Guid id, int attempt, CancellationToken cancellationToken) =>
        EndAttemptAsync(id, attempt, seen => seen with { State = RequestState.Queued, StartedAt = null }, document: null, cancellationToken);

    /// <summary>Requests that are not finished, oldest first.</summary>
    /// <param name="unchangedFor">Leaves out those on which something happened more recently.</param>
    public Task<List<BriefingRequest>> UnfinishedAsync(TimeSpan unchangedFor, CancellationToken cancellationToken)
    {
        var before = Now() - unchangedFor;
        return store.ReadAsync(
            ledger => ledger.Unfinished.Where(request => request.UpdatedAt <= before).OrderBy(request => request.Id).ToListAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Gives requests new jobs because their old ones are gone. Of two processes that try, one succeeds.</summary>
    /// <returns>How many got one here.</returns>
    public async Task<int> RequeueAsync(IReadOnlyList<BriefingRequest> lost, CancellationToken cancellationToken)
    {
        var requeued = await store.WriteAsync(
            async ledger =>
            {
                var done = new List<(BriefingRequest Seen, BriefingRequest Next)>();
                foreach (var seen in lost)
                {
                    var next = seen with { State = RequestState.Queued, JobId = null, StartedAt = null, UpdatedAt = Later(seen.UpdatedAt) };
                    if (await RequestRows.ReplaceAsync(ledger, seen, next, cancellationToken))
                        done.Add((seen, next));
                }

                return done;
            },
            cancellationToken);
        foreach (var (_, next) in requeued.Where(row => row.Seen.State != row.Next.State))
            Announce(next);
        await EnqueueAsync([.. requeued.Select(row => row.Next)]);
        return requeued.Count;
    }

    private async Task<bool> EndAttemptAsync(Guid id, int attempt, Func<BriefingRequest, BriefingRequest> end, StoredDocument? document, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { State: RequestState.Rendering } seen || seen.Attempts != attempt)
            return false;
        return await ChangeAsync(seen, end(seen) with { UpdatedAt = Now() }, document, cancellationToken);
    }

    private BriefingRequest Completed(BriefingRequest seen, string? fingerprint, string? sha256, int? pages, long? bytes) =>
        seen with { State = RequestState.Completed, FinishedAt = Now(), Fingerprint = fingerprint, Sha256 = sha256, Pages = pages, Bytes = bytes };

    private Task<bool> ChangeAsync(BriefingRequest seen, BriefingRequest next, CancellationToken cancellationToken) => ChangeAsync(seen, next, document: null, cancellationToken);

    private async Task<bool> ChangeAsync(BriefingRequest seen, BriefingRequest next, StoredDocument? document, CancellationToken cancellationToken)
    {
        var changed = await store.WriteAsync(
            async ledger =>
            {
                if (document is not null)
                    await RequestRows.KeepDocumentAsync(ledger, document, cancellationToken);
                var replaced = await RequestRows.ReplaceAsync(ledger, seen, next, cancellationToken);
                if (!replaced)
                    await ledger.Database.RollbackTransactionAsync(cancellationToken);
                return replaced;
            },
            cancellationToken);
        if (changed)
            Announce(next);
        return changed;
    }

    /// <summary>One event in the log for each change of state, and a call to all who wait.</summary>
    private void Announce(BriefingRequest request)
    {
        switch (request.State)
        {
            case RequestState.Completed:
                logger.LogInformation(
                    "Request {RequestId} {Number} {State}: {Pages} pages, {Bytes} bytes, attempt {Attempt}, {Seconds:0.0} s after it came in",
                    request.Id, request.Number, request.State, request.Pages, request.Bytes, request.Attempts, (request.FinishedAt - request.CreatedAt)?.TotalSeconds);
                break;
            case RequestState.Failed:
                logger.LogWarning(
                    "Request {RequestId} {Number} {State} at attempt {Attempt}: {ErrorTitle}. {ErrorDetail}", request.Id, request.Number, request.State, request.Attempts, request.ErrorTitle, request.ErrorDetail);
                break;
            case RequestState.Rendering:
                logger.LogInformation("Request {RequestId} {Number} {State}, attempt {Attempt}", request.Id, request.Number, request.State, request.Attempts);
                break;
            default:
                logger.LogInformation("Request {RequestId} {Number} {State}, asked for by {By}", request.Id, request.Number, request.State, request.By);
                break;
        }

        foreach (var (watcher, id) in watchers)
        {
            if (id == request.Id)
                watcher.Release();
        }
    }

    /// <summary>Now, but never the moment that was seen: a second process that saw it too must find a difference.</summary>
    private DateTimeOffset Later(DateTimeOffset seen) => Now() > seen ? Now() : seen.AddMilliseconds(1);
}
