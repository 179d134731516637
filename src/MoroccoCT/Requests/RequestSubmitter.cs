using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Storage;
using MoroccoCT.Telemetry;

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
    public async Task<Submitted> SubmitAsync(BriefingOrder order, Submission submission, CancellationToken cancellationToken) =>
        (await SubmitAsync([order], submission, cancellationToken))[0];

    /// <summary>
    /// An edition that was made before, in all its languages: by its number, also where its schedule has since been moved within the week, or by its key.
    /// Null where there is none.
    /// </summary>
    internal async Task<IReadOnlyList<Submitted>?> EarlierEditionAsync(string number, string? key, CancellationToken cancellationToken) => Known(
        await RowsAsync(
            ledger => ledger.Requests.Where(row => (row.Number == number && row.Schedule != null) || (key != null && row.Key == key)), cancellationToken));

    /// <summary>Several become a set: all of them requests, or none.</summary>
    /// <param name="orders">The same in several languages.</param>
    /// <returns>In the order they were given in.</returns>
    /// <exception cref="OrderRejectedException">As for one.</exception>
    /// <exception cref="IdempotencyConflictException">As for one.</exception>
    /// <exception cref="LedgerFullException">There is no room for all of them.</exception>
    public async Task<IReadOnlyList<Submitted>> SubmitAsync(
        IReadOnlyList<BriefingOrder> orders, Submission submission, CancellationToken cancellationToken)
    {
        var canonical = orders.Select(order => Canonical(order, submission)).ToList();
        if (submission.Viewer is { } viewer)
            canonical.ForEach(order => Clearances.Demand(MarkingOf(order), viewer));
        if (await EarlierAsync(canonical, submission, cancellationToken) is { } earlier)
            return earlier;

        // Not before: whether an edition is there already is asked three times a minute.
        using var step = Spans.Step("submit order");
        step?.SetTag("moroccoct.door", submission.By.Door).SetTag("moroccoct.languages", orders.Count);
        var languages = orders.Select(order => order.Language).ToList();
        Guid? set = orders.Count > 1 ? NextId(time.GetUtcNow()) : null;
        var requests = canonical
            .Select((order, place) => Draft(order, submission, place) with
            {
                SetId = set,
                IsMarkingChosen = orders[place].Marking is not null && submission.Edition is not { IsMarkingRaised: true },
                DeliverTo = submission.DeliverToIn(languages, place),
            })
            .ToList();
        try
        {
            requests = await store.WriteAsync(ledger => AddAsync(ledger, requests, submission, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another caller was faster with the same key, or the rows were written and only the answer was lost.
            if (await WrittenAsync(requests, cancellationToken) is { Count: > 0 } written)
                requests = written;
            else if (await EarlierAsync(canonical, submission, cancellationToken) is { } faster)
                return faster;
            else
                throw;
        }

        requests.ForEach(watch.Announce);
        outbox.Announce();
        return [.. requests.Select(request => new Submitted(request, IsNew: true))];
    }

    private static Marking MarkingOf(BriefingOrder order) => Marking.Find(order.Marking ?? Marking.Clear.Label) ?? Marking.All[^1];

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

    /// <summary>The requests that the same key or edition made before; null when there are none.</summary>
    private async Task<IReadOnlyList<Submitted>?> EarlierAsync(List<BriefingOrder> orders, Submission submission, CancellationToken cancellationToken)
    {
        var key = submission.Key;
        if (submission.Edition is { Number: var number })
            return await EarlierEditionAsync(number, key, cancellationToken);
        if (key is null || await RowsAsync(ledger => ledger.Requests.Where(row => row.Key == key), cancellationToken) is not [var first])
            return null;
        var rows = first.SetId is { } set ? await RowsAsync(ledger => ledger.Requests.Where(row => row.SetId == set), cancellationToken) : [first];
        var isSame = rows.Select(row => Json(row.Order)).SequenceEqual(orders.Select(Json))
            && rows.SelectMany(row => row.DeliverTo).ToHashSet().SetEquals(submission.DeliverTo);
        return isSame ? Known(rows) : throw new IdempotencyConflictException(key, first.Number);

        static string Json(BriefingOrder order) => JsonSerializer.Serialize(order, BriefingJson.Options);
    }

    private static IReadOnlyList<Submitted>? Known(List<BriefingRequest> rows) =>
        rows.Count == 0 ? null : [.. rows.Select(row => new Submitted(row, IsNew: false))];

    private Task<List<BriefingRequest>> RowsAsync(Func<LedgerContext, IQueryable<BriefingRequest>> rows, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => rows(ledger).OrderBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    private Task<List<BriefingRequest>> WrittenAsync(List<BriefingRequest> requests, CancellationToken cancellationToken)
    {
        var ids = requests.Select(request => request.Id).ToList();
        return RowsAsync(ledger => ledger.Requests.Where(row => ids.Contains(row.Id)), cancellationToken);
    }

    /// <summary>Each request of a set has a key of its own.</summary>
    private static string? Key(Submission submission, int place) => place == 0 || submission.Key is null ? submission.Key : $"{submission.Key}:{place + 1}";

    private BriefingRequest Draft(BriefingOrder order, Submission submission, int place)
    {
        var now = time.GetUtcNow().InMilliseconds();
        return new()
        {
            Id = NextId(now),
            Number = submission.Edition?.Number ?? "",
            State = RequestState.Queued,
            Order = order,
            Language = order.Language,
            Door = submission.By.Door,
            PersonId = submission.By.Id,
            PreparedBy = desk.NamesPerson ? submission.Person : null,
            Desk = submission.Desk,

            // An edition is for the house.
            IsShared = submission.Edition is not null,
            MarkingLevel = MarkingOf(order).Level,
            Key = Key(submission, place),
            Schedule = submission.Edition?.Schedule,
            PeriodFrom = submission.Edition?.Period.From,
            PeriodTo = submission.Edition?.Period.To,
            DueAt = submission.Edition?.DueAt?.InMilliseconds(),
            NeedsRelease = submission.Edition is { NeedsRelease: true },
            Supersedes = submission.Edition?.Supersedes,
            IssueDate = submission.Edition?.IssueDate ?? desk.Today(time),
            TraceParent = Spans.TraceParent,
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

    private async Task<List<BriefingRequest>> AddAsync(
        LedgerContext ledger, List<BriefingRequest> drafts, Submission submission, CancellationToken cancellationToken)
    {
        var requests = new List<BriefingRequest>();
        foreach (var (place, draft) in drafts.Index())
            requests.Add(await AddAsync(ledger, draft, submission.Edition?.Contents.ElementAtOrDefault(place), submission.By, cancellationToken));
        if (submission.Edition is { Supersedes: { } old, Number: var number })
        {
            await RequestRows.SupersedeAsync(ledger, old, number, cancellationToken);
            await audit.AppendAsync(ledger, RequestDeeds.Superseded(old, number, submission.By), cancellationToken);
        }

        return requests;
    }

    private async Task<BriefingRequest> AddAsync(
        LedgerContext ledger, BriefingRequest request, KeptEdition? edition, Actor by, CancellationToken cancellationToken)
    {
        if (request.Schedule is null)
        {
            // The number first: its row is locked until the commit, so that the count is exact.
            var series = $"MCT-{request.IssueDate:yyyy}";
            request = request with { Number = $"{series}-{await Counters.NextAsync(ledger, series, cancellationToken):D4}" };
            // Editions are not refused, and take nobody's place: they wait behind what people ask for.
            var unfinished = await ledger.Unfinished.CountAsync(other => other.Schedule == null, cancellationToken);
            if (unfinished >= options.MaxUnfinished)
                throw new LedgerFullException(unfinished, options.RetryAfter);
        }

        ledger.Requests.Add(request);
        if (edition is not null)
            ledger.Editions.Add(edition with { RequestId = request.Id });
        await ledger.SaveChangesAsync(cancellationToken);
        await outbox.PutAsync(ledger, RequestRows.JobWanted, request.Id, TimeSpan.Zero, cancellationToken);
        await audit.AppendAsync(ledger, RequestDeeds.Ordered(request, by), cancellationToken);
        return request;
    }
}
