using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;
using MoroccoCT.Telemetry;

namespace MoroccoCT.Audit;

/// <summary>Writes the audit: one chain, whatever number of processes write to it, in the order in which their transactions are committed.</summary>
public sealed class AuditTrail
{
    private readonly LedgerStore store;
    private readonly TimeProvider time;

    internal AuditTrail(LedgerStore store, TimeProvider time) => (this.store, this.time) = (store, time);

    /// <summary>
    /// In the transaction of what it tells, as its last step: from here to the commit nobody else can write an entry, and whoever locked anything after it
    /// could wait for one that waits for him.
    /// </summary>
    public async Task AppendAsync(LedgerContext ledger, AuditEvent told, CancellationToken cancellationToken)
    {
        var entry = Entry(told, await TakeHeadAsync(ledger, cancellationToken));

        // One trip to the database: the chain waits for it.
        await ledger.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO audit (sequence, at, who, who_id, door, what, subject, details, address, request_id, previous_hash, hash)
             VALUES ({entry.Sequence}, {entry.At.ToUnixTimeMilliseconds()}, {entry.Who}, {entry.WhoId}, {entry.Door}, {entry.What}, {entry.Subject},
                     {entry.Details}, {entry.Address}, {entry.RequestId}, {entry.PreviousHash}, {entry.Hash});
             UPDATE audit_head SET hash = {entry.Hash} WHERE id = {AuditHead.OnlyId};
             """,
            cancellationToken);
        Instruments.Entered(entry.What);
    }

    /// <summary>For what changes nothing else. What cannot be entered must not be done: this throws then.</summary>
    public Task AppendAsync(AuditEvent told, CancellationToken cancellationToken) => AppendAllAsync([told], cancellationToken);

    /// <summary>All of them, or none.</summary>
    public Task AppendAllAsync(IReadOnlyList<AuditEvent> told, CancellationToken cancellationToken) => store.WriteAsync(
        async ledger =>
        {
            foreach (var one in told)
                await AppendAsync(ledger, one, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Moves the head on and locks it until the end of the transaction.</summary>
    /// <returns>The new number, with the hash of the entry before.</returns>
    private static async Task<AuditHead> TakeHeadAsync(LedgerContext ledger, CancellationToken cancellationToken)
    {
        var heads = await ledger.Set<AuditHead>()
            .FromSql($"UPDATE audit_head SET sequence = sequence + 1 WHERE id = {AuditHead.OnlyId} RETURNING id, sequence, hash")
            .ToListAsync(cancellationToken);
        return heads is [var head] ? head : throw new LedgerFileException("the head of its audit is gone, so that nothing can be entered any more");
    }

    private AuditEntry Entry(AuditEvent told, AuditHead head)
    {
        var entry = new AuditEntry
        {
            Sequence = head.Sequence,
            At = time.GetUtcNow().InMilliseconds(),
            Who = AuditText.Of(told.By.Name),
            WhoId = told.By.Id?.ToString("D"),
            Door = told.By.Door,
            What = told.What.Word(),
            Subject = AuditText.Of(told.Subject),
            Details = AuditText.Of(told.Details),
            Address = AuditText.Of(told.By.Address),
            RequestId = AuditText.Of(told.By.RequestId),
            PreviousHash = head.Hash,
            Hash = "",
        };
        return entry with { Hash = AuditChain.HashOf(entry) };
    }
}
