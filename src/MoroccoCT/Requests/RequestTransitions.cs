using System.Text.Json;
using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Storage;
using MoroccoCT.Telemetry;

namespace MoroccoCT.Requests;

/// <summary>
/// What may become of a request. Each change is compared and set: an attempt that was overtaken – cancelled, or given to another worker
/// because this one was taken for dead – finds its row changed and can write nothing more. What others must hear of goes into the outbox,
/// and what somebody wanted into the audit, in the same transaction.
/// </summary>
public sealed class RequestTransitions
{
    private readonly LedgerStore store;
    private readonly Outbox outbox;
    private readonly AuditTrail audit;
    private readonly RequestQueries queries;
    private readonly RequestWatch watch;
    private readonly TimeProvider time;

    internal RequestTransitions(
        LedgerStore store, Outbox outbox, AuditTrail audit, RequestQueries queries, RequestWatch watch, TimeProvider time) =>
        (this.store, this.outbox, this.audit, this.queries, this.watch, this.time) = (store, outbox, audit, queries, watch, time);

    /// <summary>Begins an attempt.</summary>
    /// <param name="jobId">A row in work is given only to the job that has it: that job was delivered again because its worker died.</param>
    /// <returns>The request with the attempt's number; null when there is nothing to do for this job.</returns>
    public async Task<BriefingRequest?> TakeAsync(Guid id, string jobId, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, Viewer.Everything, cancellationToken) is not { IsReadable: true } seen)
            return null;
        var isAgain = seen.State == RequestState.Rendering && seen.JobId == jobId;
        if (seen.State != RequestState.Queued && !isAgain)
            return null;
        var taken = seen with { State = RequestState.Rendering, Attempts = seen.Attempts + 1, Setbacks = seen.Setbacks + (isAgain ? 1 : 0), JobId = jobId };
        var changed = await ChangeAsync(seen, taken, jobWanted: null, cancellationToken);
        if (changed is { Attempts: 1 })
            Instruments.Waited(changed.UpdatedAt - changed.CreatedAt, changed.Schedule is null ? "order" : "edition");
        return changed;
    }

    /// <summary>Stores the document with the state, in one transaction.</summary>
    /// <returns>False when the attempt was overtaken; nothing was stored.</returns>
    public Task<bool> CompleteAsync(Guid id, int attempt, FinishedDocument document, CancellationToken cancellationToken)
    {
        var stored = new StoredDocument(document.Sha256, document.Content, document.Pages, document.Content.LongLength, Now());
        return EndAsync(id, attempt, seen => Completed(seen, document.Fingerprint, stored.Sha256, stored.Pages, stored.Bytes), stored, cancellationToken);
    }

    /// <summary>Completes with a document that is there already.</summary>
    public Task<bool> CompleteAsync(Guid id, int attempt, BriefingRequest twin, CancellationToken cancellationToken) =>
        EndAsync(id, attempt, seen => Completed(seen, twin.Fingerprint, twin.Sha256, twin.Pages, twin.Bytes), document: null, cancellationToken);

    /// <param name="kind">What kind of fault it was, in a word; null where nobody can tell.</param>
    /// <param name="title">What failed, in a few words.</param>
    /// <param name="detail">Why, and what to do.</param>
    public Task<bool> FailAsync(Guid id, int attempt, string? kind, string title, string? detail, CancellationToken cancellationToken) => EndAsync(
        id,
        attempt,
        seen => seen with { State = RequestState.Failed, ErrorKind = kind, ErrorTitle = title, ErrorDetail = detail },
        document: null,
        cancellationToken);

    /// <summary>Back into the queue, to be begun again after a pause.</summary>
    /// <param name="setback">What the attempt ran into; null when it was only interrupted.</param>
    public async Task<bool> ReleaseAsync(Guid id, int attempt, Setback? setback, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (await InWorkAsync(id, attempt, cancellationToken) is not { } seen)
            return false;
        return await ChangeAsync(seen, Queued(seen, setback), pause, cancellationToken) is not null;
    }

    /// <summary>Cancels what is not finished. A final request stays as it is.</summary>
    /// <returns>The request as it then stands; null when there is none.</returns>
    public async Task<BriefingRequest?> CancelAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        while (await queries.FindAsync(id, Viewer.Everything, cancellationToken) is { } seen)
        {
            if (seen.IsFinal)
                return seen;
            var told = RequestDeeds.Changed(seen, Deed.Cancelled, by);
            if (await ChangeAsync(seen, seen with { State = RequestState.Cancelled }, jobWanted: null, cancellationToken, told: told) is { } cancelled)
                return cancelled;
        }

        return null;
    }

    /// <summary>Puts a failed or cancelled request back to the beginning. Any other stays as it is.</summary>
    /// <returns>The request as it then stands; null when there is none.</returns>
    public async Task<BriefingRequest?> RetryAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, Viewer.Everything, cancellationToken) is { MayBeRetried: true } seen)
        {
            var begun = Queued(seen, setback: null) with { Setbacks = 0, EngineDeaths = 0, ErrorKind = null, ErrorTitle = null, ErrorDetail = null };
            await ChangeAsync(seen, begun, TimeSpan.Zero, cancellationToken, told: RequestDeeds.Changed(seen, Deed.Retried, by));
        }

        return await queries.FindAsync(id, Viewer.Everything, cancellationToken);
    }

    /// <summary>Puts a finished edition that nobody has released back to the beginning, to tell what is known by now.</summary>
    /// <param name="next">With the order that it shall have.</param>
    /// <returns>Null when somebody was faster.</returns>
    internal async Task<BriefingRequest?> MakeAnewAsync(
        BriefingRequest seen, BriefingRequest next, KeptEdition edition, Actor by, CancellationToken cancellationToken)
    {
        next = Queued(next, setback: null) with { Setbacks = 0, EngineDeaths = 0, Fingerprint = null, Sha256 = null, Pages = null, Bytes = null };
        return await ChangeAsync(
            seen, next, TimeSpan.Zero, cancellationToken, told: RequestDeeds.Changed(seen, Deed.MadeAnew, by), edition: edition with { RequestId = seen.Id });
    }

    /// <summary>Gives a request a new job because its old one is gone. Of two processes that try, one succeeds.</summary>
    /// <param name="pause">By the number of setbacks: a document that takes its worker with it shall not do so all the time.</param>
    internal async Task<bool> RequeueAsync(BriefingRequest lost, Func<int, TimeSpan> pause, CancellationToken cancellationToken)
    {
        var next = Queued(lost, lost.State == RequestState.Rendering ? Setback.Outside : null);
        return await ChangeAsync(lost, next, pause(next.Setbacks), cancellationToken) is not null;
    }

    private static BriefingRequest Queued(BriefingRequest seen, Setback? setback) => seen with
    {
        State = RequestState.Queued,
        JobId = null,
        Setbacks = seen.Setbacks + (setback is null ? 0 : 1),
        EngineDeaths = setback == Setback.EngineDeath ? seen.EngineDeaths + 1 : setback is null ? seen.EngineDeaths : 0,
    };

    private static BriefingRequest Completed(BriefingRequest seen, string? fingerprint, string? sha256, int? pages, long? bytes) =>
        seen with { State = RequestState.Completed, Fingerprint = fingerprint, Sha256 = sha256, Pages = pages, Bytes = bytes };

    private async Task<bool> EndAsync(
        Guid id, int attempt, Func<BriefingRequest, BriefingRequest> end, StoredDocument? document, CancellationToken cancellationToken) =>
        await InWorkAsync(id, attempt, cancellationToken) is { } seen
            && await ChangeAsync(seen, end(seen), jobWanted: null, cancellationToken, document) is not null;

    private async Task<BriefingRequest?> InWorkAsync(Guid id, int attempt, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, Viewer.Everything, cancellationToken) is { State: RequestState.Rendering } seen && seen.Attempts == attempt ? seen : null;

    /// <param name="jobWanted">How long from now a job shall begin with it; null when none shall.</param>
    /// <param name="told">For the audit; null for what the service does of itself.</param>
    private async Task<BriefingRequest?> ChangeAsync(
        BriefingRequest seen, BriefingRequest next, TimeSpan? jobWanted, CancellationToken cancellationToken, StoredDocument? document = null,
        AuditEvent? told = null, KeptEdition? edition = null)
    {
        var now = Now();
        next = next with { UpdatedAt = now, FinishedAt = next.IsFinal ? now : null };
        var changed = await store.WriteAsync(
            async ledger =>
            {
                next = next with { KeptFrom = next.IsFinal ? await LivedTime.AheadOfAsync(ledger, now, cancellationToken) : null };
                if (document is not null)
                    await RequestRows.KeepAsync(ledger, document, cancellationToken);
                var replaced = await RequestRows.ReplaceAsync(ledger, seen, next, cancellationToken);
                if (replaced is null)
                {
                    await ledger.Database.RollbackTransactionAsync(cancellationToken);
                    return null;
                }

                if (edition is not null)
                    await RequestRows.TellAsync(ledger, edition, seen.Sha256, cancellationToken);
                if (jobWanted is { } delay)
                    await outbox.PutAsync(ledger, RequestRows.JobWanted, seen.Id, delay, cancellationToken);
                else if (seen.State == RequestState.Queued)
                    await Outbox.RemoveAsync(ledger, RequestRows.JobWanted, seen.Id, cancellationToken);
                if (next.State == RequestState.Completed)
                    await RequestDeliveries.WantAsync(outbox, ledger, next, now, cancellationToken);
                if (told is not null)
                    await audit.AppendAsync(ledger, told, cancellationToken);
                return replaced;
            },
            cancellationToken);
        if (changed is null)
            return null;
        watch.Announce(changed);
        if (changed.IsFinal)
            Instruments.Ended(JsonNamingPolicy.CamelCase.ConvertName($"{changed.State}"));
        if (jobWanted is not null || next.State == RequestState.Completed)
            outbox.Announce();
        return changed;
    }

    private DateTimeOffset Now() => time.GetUtcNow().InMilliseconds();
}
