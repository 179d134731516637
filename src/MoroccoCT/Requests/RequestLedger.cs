using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>The record of every request and document: all doors submit here, all who wait look here, and jobs write down here what they did.</summary>
public sealed partial class RequestLedger
{
    /// <summary>For changes that other processes make; those of this one are seen at once.</summary>
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    private readonly LedgerStore store;
    private readonly CurrentLibrary library;
    private readonly LedgerOptions options;
    private readonly DeskOptions desk;
    private readonly TimeProvider time;
    private readonly IJobQueue? queue;
    private readonly ILogger<RequestLedger> logger;

    /// <summary>Those who wait in this process, each with the request it waits for.</summary>
    private readonly ConcurrentDictionary<SemaphoreSlim, Guid> watchers = new();

    /// <summary>The millisecond written into the last id.</summary>
    private long lastIdTime;

    /// <param name="queue">Null where nothing runs jobs: the reconciling of a service finds the row.</param>
    internal RequestLedger(
        LedgerStore store, CurrentLibrary library, IOptions<LedgerOptions> options, IOptions<DeskOptions> desk, TimeProvider time, ILogger<RequestLedger> logger, IJobQueue? queue)
    {
        (this.store, this.library, this.options, this.desk) = (store, library, options.Value, desk.Value);
        (this.time, this.logger, this.queue) = (time, logger, queue);
    }

    /// <exception cref="OrderRejectedException">Names every field that is wrong. Editions are never rejected here: theirs is found out when they are made.</exception>
    /// <exception cref="IdempotencyConflictException">The key came with another order before.</exception>
    /// <exception cref="LedgerFullException">Too many requests are unfinished.</exception>
    public async Task<BriefingRequest> SubmitAsync(BriefingOrder order, Submission submission, CancellationToken cancellationToken) =>
        (await SubmitOnceAsync(order, submission, cancellationToken)).Request;

    /// <summary><see cref="SubmitAsync"/>, also telling whether the request is new.</summary>
    public async Task<Submitted> SubmitOnceAsync(BriefingOrder order, Submission submission, CancellationToken cancellationToken)
    {
        order = Canonical(order, submission);
        if (await FirstAsync(order, submission, cancellationToken) is { } first)
            return new(first, IsNew: false);

        var request = Draft(order, submission);
        try
        {
            request = await store.WriteAsync(ledger => AddAsync(ledger, request, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another caller was faster with the same key, or the row was written and only the answer was lost.
            if (await FindAsync(request.Id, cancellationToken) is { } written)
                request = written;
            else if (await FirstAsync(order, submission, cancellationToken) is { } faster)
                return new(faster, IsNew: false);
            else
                throw;
        }

        Announce(request);
        await EnqueueAsync([request]);
        return new(request, IsNew: true);
    }

    public Task<BriefingRequest?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => ledger.Requests.FirstOrDefaultAsync(request => request.Id == id, cancellationToken), cancellationToken);

    /// <summary>The edition a schedule made last; null before the first.</summary>
    public Task<BriefingRequest?> LastEditionAsync(string schedule, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Requests.Where(request => request.Schedule == schedule).OrderByDescending(request => request.Id).FirstOrDefaultAsync(cancellationToken),
        cancellationToken);

    /// <exception cref="InvalidCursorException"><paramref name="cursor"/> comes from elsewhere.</exception>
    public async Task<RequestPage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        var before = Guid.Empty;
        if (cursor is not null && !Guid.TryParseExact(cursor, "N", out before))
            throw new InvalidCursorException();
        var items = await store.ReadAsync(
            ledger => ledger.Requests.Where(request => cursor == null || request.Id < before).OrderByDescending(request => request.Id).Take(limit + 1).ToListAsync(cancellationToken),
            cancellationToken);
        return items.Count > limit ? new(items[..limit], items[limit - 1].Id.ToString("N")) : new(items, null);
    }

    public Task<StoredDocument?> DocumentAsync(string sha256, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => ledger.Documents.FirstOrDefaultAsync(document => document.Sha256 == sha256, cancellationToken), cancellationToken);

    /// <summary>The request as it stands, then after each change of state or attempt; ends after a final state. Empty when there is no such request.</summary>
    public async IAsyncEnumerable<BriefingRequest> WatchAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Not disposed: a change announced in that moment may still release it. It holds nothing that needs disposal.
        var changed = new SemaphoreSlim(0);
        watchers[changed] = id;
        try
        {
            BriefingRequest? last = null;
            while (await FindAsync(id, cancellationToken) is { } now)
            {
                if ((now.State, now.Attempts) != (last?.State, last?.Attempts))
                    yield return last = now;
                if (now.IsFinal)
                    yield break;
                await changed.WaitAsync(lookEvery, cancellationToken);
            }
        }
        finally
        {
            watchers.TryRemove(changed, out _);
        }
    }

    /// <summary>Cancels what is not finished. A final request stays as it is.</summary>
    /// <returns>The request as it then stands; null when there is none.</returns>
    public async Task<BriefingRequest?> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        while (await FindAsync(id, cancellationToken) is { } seen)
        {
            if (seen.IsFinal)
                return seen;
            var now = Now();
            var cancelled = seen with { State = RequestState.Cancelled, UpdatedAt = now, FinishedAt = now };
            if (await ChangeAsync(seen, cancelled, cancellationToken))
                return cancelled;
        }

        return null;
    }

    /// <summary>Puts a failed or cancelled request back to the beginning. Any other stays as it is.</summary>
    public async Task<BriefingRequest?> RestartAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { State: RequestState.Failed or RequestState.Cancelled } seen)
            return await FindAsync(id, cancellationToken);
        var restarted = seen with
        {
            State = RequestState.Queued,
            UpdatedAt = Now(),
            StartedAt = null,
            FinishedAt = null,
            Attempts = 0,
            JobId = null,
            ErrorTitle = null,
            ErrorDetail = null,
        };
        if (await ChangeAsync(seen, restarted, cancellationToken))
            await EnqueueAsync([restarted]);
        return await FindAsync(id, cancellationToken);
    }

    private BriefingOrder Canonical(BriefingOrder order, Submission submission)
    {
        try
        {
            return OrderValidator.Normalize(order, library.Snapshot.Library);
        }
        catch (OrderRejectedException) when (submission.Edition is not null)
        {
            // The library changed under the schedule. The edition must still appear in the list, as failed, with the reason.
            return order;
        }
    }

    /// <summary>The request that the same key or edition made before.</summary>
    private async Task<BriefingRequest?> FirstAsync(BriefingOrder order, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Edition is { Number: var number })
            return await store.ReadAsync(ledger => ledger.Requests.FirstOrDefaultAsync(row => row.Number == number || (submission.Key != null && row.Key == submission.Key), cancellationToken), cancellationToken);
        if (submission.Key is not { } key)
            return null;
        var first = await store.ReadAsync(ledger => ledger.Requests.FirstOrDefaultAsync(row => row.Key == key, cancellationToken), cancellationToken);
        return first is null || Json(first.Order) == Json(order) ? first : throw new IdempotencyConflictException(key, first.Number);

        static string Json(BriefingOrder order) => JsonSerializer.Serialize(order, BriefingJson.Options);
    }

    private BriefingRequest Draft(BriefingOrder order, Submission submission)
    {
        var now = Now();
        return new()
        {
            Id = NextId(now),
            Number = submission.Edition?.Number ?? "",
            State = RequestState.Queued,
            Order = order,
            By = submission.By,
            Key = submission.Key,
            Schedule = submission.Edition?.Schedule,
            IssueDate = submission.Edition?.IssueDate ?? desk.Today(time),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Later than every id given before: what is submitted within one millisecond, or while the clock is set back, keeps its order too.</summary>
    private Guid NextId(DateTimeOffset now)
    {
        long last, next;
        do
        {
            last = Volatile.Read(ref lastIdTime);
            next = Math.Max(now.ToUnixTimeMilliseconds(), last + 1);
        }
        while (Interlocked.CompareExchange(ref lastIdTime, next, last) != last);
        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
    }

    private async Task<BriefingRequest> AddAsync(LedgerContext ledger, BriefingRequest request, CancellationToken cancellationToken)
    {
        if (request.Schedule is null)
        {
            // The number first: its row is locked until the commit, so that the count is exact.
            var series = $"MCT-{request.IssueDate:yyyy}";
            request = request with { Number = $"{series}-{await LedgerStore.NextNumberAsync(ledger, series, cancellationToken):D4}" };
            var unfinished = await ledger.Unfinished.CountAsync(cancellationToken);
            if (unfinished >= options.MaxUnfinished)
                throw new LedgerFullException(unfinished, options.RetryAfter);
        }

        ledger.Requests.Add(request);
        await ledger.SaveChangesAsync(cancellationToken);
        return request;
    }

    /// <summary>Hands written rows to the jobs. It is not cancelled with the caller: the rows are there and shall be worked off.</summary>
    private async Task EnqueueAsync(IReadOnlyList<BriefingRequest> requests)
    {
        if (queue is null || requests.Count == 0)
            return;
        try
        {
            var jobs = requests.Select(request => (request.Id, Job: queue.Enqueue(request.Id))).ToList();
            await store.WriteAsync(
                async ledger =>
                {
                    foreach (var (id, job) in jobs)
                        await ledger.Requests.Where(row => row.Id == id && row.JobId == null).ExecuteUpdateAsync(row => row.SetProperty(r => r.JobId, job), CancellationToken.None);
                    return jobs.Count;
                },
                CancellationToken.None);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "{Count} requests, the first {RequestId}, could not be handed to the jobs; reconciling tries again within a minute", requests.Count, requests[0].Id);
        }
    }

    /// <summary>In milliseconds, as the ledger keeps it.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
