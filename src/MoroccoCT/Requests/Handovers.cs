using Microsoft.EntityFrameworkCore;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Points out finished briefings to colleagues. Nobody sees more by it than he does anyway.</summary>
public sealed class Handovers
{
    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 200;

    private readonly LedgerStore store;
    private readonly AuditTrail audit;
    private readonly TimeProvider time;

    internal Handovers(LedgerStore store, AuditTrail audit, TimeProvider time) => (this.store, this.audit, this.time) = (store, audit, time);

    /// <summary>What keeps a note from being sent; nothing for an empty one. It is never printed: any character that can be seen will do.</summary>
    public static IEnumerable<OrderProblem> Faults(string? note) => string.IsNullOrWhiteSpace(note)
        ? []
        : PlainLine.Faults("note", note.Trim(), LongestNote).Where(problem => problem.Fault != OrderFault.UnprintableCharacter);

    /// <summary>Those of the sender's desk who may come in and see the request, by name; never the sender.</summary>
    public Task<IReadOnlyList<Person>> ColleaguesAsync(BriefingRequest request, Person from, CancellationToken cancellationToken) =>
        store.ReadAsync(ledger => OfTheDeskAsync(ledger, request, from, cancellationToken), cancellationToken);

    /// <summary>One row and one entry in the audit for each colleague. What was sent to him before by the same person is sent anew.</summary>
    /// <returns>False when one of them is none of the <see cref="ColleaguesAsync"/>, or the request is gone or not finished; nothing was sent.</returns>
    public Task<bool> SendAsync(
        BriefingRequest request, Person from, IReadOnlyCollection<Guid> to, string? note, Actor by, CancellationToken cancellationToken)
    {
        var line = string.IsNullOrWhiteSpace(note) ? null : ComposedText.Of(note.Trim());
        var wanted = to.Distinct().ToList();
        return store.WriteAsync(
            async ledger =>
            {
                var now = await ledger.Requests.VisibleTo(Viewer.Of(from))
                    .FirstOrDefaultAsync(row => row.Id == request.Id && row.State == RequestState.Completed, cancellationToken);
                if (now is null || wanted.Count == 0)
                    return false;
                var colleagues = (await OfTheDeskAsync(ledger, now, from, cancellationToken)).Where(person => wanted.Contains(person.Id)).ToList();
                if (colleagues.Count < wanted.Count)
                    return false;

                foreach (var colleague in colleagues)
                    await PutAsync(ledger, new(request.Id, from.Id, colleague.Id, line, time.GetUtcNow().InMilliseconds(), null), cancellationToken);
                foreach (var colleague in colleagues)
                {
                    var details = new Dictionary<string, string?> { ["to"] = colleague.Name };
                    await audit.AppendAsync(ledger, new(by, Deed.HandedOn, request.Number, details), cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>What somebody was sent and may still see, newest first.</summary>
    public async Task<IReadOnlyList<ReceivedRequest>> ReceivedAsync(Person person, int most, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            ledger => ledger.Handovers.Where(handover => handover.ToId == person.Id)
                .Join(
                    ledger.Requests.VisibleTo(Viewer.Of(person)), handover => handover.RequestId, request => request.Id,
                    (handover, request) => new { handover, request })
                .OrderByDescending(row => row.handover.SentAt).Take(most).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Select(row => new ReceivedRequest(row.handover, row.request))];
    }

    /// <summary>Who sent the request to somebody, newest first. From now on it counts as opened.</summary>
    public async Task<IReadOnlyList<Handover>> OpenAsync(BriefingRequest request, Person person, CancellationToken cancellationToken)
    {
        var sent = await store.ReadAsync(
            ledger => ledger.Handovers.Where(handover => handover.RequestId == request.Id && handover.ToId == person.Id)
                .OrderByDescending(handover => handover.SentAt).ToListAsync(cancellationToken),
            cancellationToken);
        if (sent.Exists(handover => handover.OpenedAt is null))
        {
            DateTimeOffset? now = time.GetUtcNow().InMilliseconds();
            await store.WriteAsync(
                ledger => ledger.Handovers.Where(handover => handover.RequestId == request.Id && handover.ToId == person.Id && handover.OpenedAt == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(handover => handover.OpenedAt, now), cancellationToken),
                cancellationToken);
        }

        return sent;
    }

    /// <summary>To whom somebody sent the request, newest first.</summary>
    public Task<List<Handover>> SentAsync(BriefingRequest request, Person person, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Handovers.Where(handover => handover.RequestId == request.Id && handover.FromId == person.Id)
            .OrderByDescending(handover => handover.SentAt).ToListAsync(cancellationToken),
        cancellationToken);

    private static async Task<IReadOnlyList<Person>> OfTheDeskAsync(
        LedgerContext ledger, BriefingRequest request, Person from, CancellationToken cancellationToken)
    {
        var desk = await ledger.People.Where(person => person.Desk == from.Desk && person.Id != from.Id && !person.IsDisabled && person.DeletedAt == null)
            .OrderBy(person => person.NameKey).ToListAsync(cancellationToken);
        return [.. desk.Where(person => request.IsVisibleTo(Viewer.Of(person)))];
    }

    private static Task PutAsync(LedgerContext ledger, Handover handover, CancellationToken cancellationToken) => ledger.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO handovers (request_id, from_id, to_id, note, sent_at)
         VALUES ({handover.RequestId}, {handover.FromId}, {handover.ToId}, {handover.Note}, {handover.SentAt.ToUnixTimeMilliseconds()})
         ON CONFLICT (request_id, from_id, to_id) DO UPDATE SET note = excluded.note, sent_at = excluded.sent_at, opened_at = NULL
         """,
        cancellationToken);
}
