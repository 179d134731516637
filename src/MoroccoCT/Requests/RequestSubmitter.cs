using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>
/// Where all doors meet: an order is checked, made canonical and becomes one row, with word to the jobs and to the audit in the same
/// transaction.
/// </summary>
public sealed class RequestSubmitter
{
    private readonly LedgerStore store;
    private readonly Outbox outbox;
    private readonly AuditTrail audit;
    private readonly RequestWatch watch;
    private readonly CurrentLibrary library;
    private readonly LedgerOptions options;
    private readonly DeskOptions desk;
    private readonly TimeProvider time;

    /// <summary>The millisecond written into the last id.</summary>
    private long lastIdTime;

    internal RequestSubmitter(
        LedgerStore store, Outbox outbox, AuditTrail audit, RequestWatch watch, CurrentLibrary library,
        IOptions<LedgerOptions> options, IOptions<DeskOptions> desk, TimeProvider time) =>
        (this.store, this.outbox, this.audit, this.watch, this.library, this.options, this.desk, this.time) =
            (store, outbox, audit, watch, library, options.Value, desk.Value, time);

    /// <exception cref="OrderRejectedException">Names every field that is wrong. Editions are never rejected here: theirs is found out when
    /// they are made.</exception>
    /// <exception cref="IdempotencyConflictException">The key came with another order before.</exception>
    /// <exception cref="LedgerFullException">Too many requests are unfinished.</exception>
    public async Task<Submitted> SubmitAsync(BriefingOrder order, Submission submission, CancellationToken cancellationToken)
    {
        order = Canonical(order, submission);
        var marking = Marking.Find(order.Marking ?? Marking.Clear.Label) ?? Marking.All[^1];
        if (submission.Viewer is { } viewer && marking.Level > viewer.Clearance)
            throw new OrderRejectedException([new("marking", OrderFault.AboveClearance, marking.Label, Marking.All[viewer.Clearance].Label)]);
        if (await FirstAsync(order, submission, cancellationToken) is { } first)
            return new(first, IsNew: false);

        var request = Draft(order, marking, submission);
        try
        {
            request = await store.WriteAsync(ledger => AddAsync(ledger, request, submission.By, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another caller was faster with the same key, or the row was written and only the answer was lost.
            if (await WrittenAsync(request.Id, cancellationToken) is { } written)
                request = written;
            else if (await FirstAsync(order, submission, cancellationToken) is { } faster)
                return new(faster, IsNew: false);
            else
                throw;
        }

        watch.Announce(request);
        outbox.Announce();
        return new(request, IsNew: true);
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
        var key = submission.Key;
        if (submission.Edition is { Number: var number })
            return await FirstAsync(ledger => ledger.Requests.Where(row => row.Number == number || (key != null && row.Key == key)), cancellationToken);
        if (key is null || await FirstAsync(ledger => ledger.Requests.Where(row => row.Key == key), cancellationToken) is not { } first)
            return null;
        return Json(first.Order) == Json(order) ? first : throw new IdempotencyConflictException(key, first.Number);

        static string Json(BriefingOrder order) => JsonSerializer.Serialize(order, BriefingJson.Options);
    }

    private Task<BriefingRequest?> FirstAsync(Func<LedgerContext, IQueryable<BriefingRequest>> rows, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => rows(ledger).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    private Task<BriefingRequest?> WrittenAsync(Guid id, CancellationToken cancellationToken) =>
        FirstAsync(ledger => ledger.Requests.Where(row => row.Id == id), cancellationToken);

    private BriefingRequest Draft(BriefingOrder order, Marking marking, Submission submission)
    {
        var now = time.GetUtcNow().InMilliseconds();
        return new()
        {
            Id = NextId(now),
            Number = submission.Edition?.Number ?? "",
            State = RequestState.Queued,
            Order = order,
            Door = submission.By.Door,
            PersonId = submission.By.Id,
            PreparedBy = desk.NamesPerson ? submission.Person : null,
            Desk = submission.Desk,

            // An edition is for the house.
            IsShared = submission.Edition is not null,
            MarkingLevel = marking.Level,
            Key = submission.Key,
            Schedule = submission.Edition?.Schedule,
            PeriodFrom = submission.Edition?.Period.From,
            PeriodTo = submission.Edition?.Period.To,
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

    private async Task<BriefingRequest> AddAsync(LedgerContext ledger, BriefingRequest request, Actor by, CancellationToken cancellationToken)
    {
        if (request.Schedule is null)
        {
            // The number first: its row is locked until the commit, so that the count is exact.
            var series = $"MCT-{request.IssueDate:yyyy}";
            request = request with { Number = $"{series}-{await Counters.NextAsync(ledger, series, cancellationToken):D4}" };
            var unfinished = await ledger.Unfinished.CountAsync(cancellationToken);
            if (unfinished >= options.MaxUnfinished)
                throw new LedgerFullException(unfinished, options.RetryAfter);
        }

        ledger.Requests.Add(request);
        await ledger.SaveChangesAsync(cancellationToken);
        await outbox.PutAsync(ledger, RequestRows.JobWanted, request.Id, TimeSpan.Zero, cancellationToken);
        await audit.AppendAsync(ledger, RequestDeeds.Ordered(request, by), cancellationToken);
        return request;
    }
}
