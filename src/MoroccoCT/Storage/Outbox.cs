using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Storage;

/// <summary>
/// The one place where work passes from the ledger to whoever does it. An entry is written with the change that calls for it and handed
/// out afterwards, at least once, also when the process that wrote it is gone.
/// </summary>
internal sealed class Outbox(LedgerStore store, IOptions<LedgerOptions> options, TimeProvider time)
{
    /// <summary>No entry is put off for longer. One that seems to be was written while the clock was ahead, and is due.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private const int Batch = 100;

    /// <summary>One for each kind that somebody of this process hands out, so that nobody takes another's.</summary>
    private readonly ConcurrentDictionary<string, Channel<bool>> news = new(StringComparer.Ordinal);

    /// <summary>In the transaction of the change. An entry that waits already is moved to the new time.</summary>
    /// <param name="delay">Before it is handed out, at most <see cref="LongestDelay"/>.</param>
    public Task PutAsync(LedgerContext ledger, string kind, Guid subject, TimeSpan delay, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        var due = (time.GetUtcNow() + delay).ToUnixTimeMilliseconds();
        return ledger.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO outbox (kind, subject, due_at) VALUES ({kind}, {subject}, {due})
             ON CONFLICT (kind, subject) DO UPDATE SET due_at = excluded.due_at
             """,
            cancellationToken);
    }

    /// <summary>In the transaction of a change after which nobody need hear of the row any more.</summary>
    public static Task RemoveAsync(LedgerContext ledger, string kind, Guid subject, CancellationToken cancellationToken) =>
        ledger.Set<OutboxEntry>().Where(entry => entry.Kind == kind && entry.Subject == subject).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Says after a commit that there is something to hand out.</summary>
    public void Announce()
    {
        foreach (var (_, waiting) in news)
            waiting.Writer.TryWrite(true);
    }

    /// <summary>
    /// Waits for an announcement of this process, and no longer than <paramref name="atMost"/>: other processes write entries too, and some
    /// become due.
    /// </summary>
    /// <param name="kind">Of the entries that are waited for.</param>
    public async Task WaitAsync(string kind, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var own = news.GetOrAdd(kind, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
        await using var timer = time.CreateTimer(_ => own.Writer.TryWrite(true), null, atMost, Timeout.InfiniteTimeSpan);
        await own.Reader.ReadAsync(cancellationToken);
    }

    /// <summary>Hands out what is due, oldest first, and drops it in the same transaction.</summary>
    /// <param name="handOut">Gets the rows the entries are about. When it throws, they stay; so does one that it puts off.</param>
    /// <returns>How many were handed out; more may be due.</returns>
    public async Task<int> HandOutAsync(
        string kind, Func<LedgerContext, IReadOnlyList<Guid>, Task> handOut, CancellationToken cancellationToken)
    {
        if (!await store.ReadAsync(ledger => Due(ledger, kind, time.GetUtcNow()).AnyAsync(cancellationToken), cancellationToken))
            return 0;
        return await store.WriteAsync(
            async ledger =>
            {
                var now = time.GetUtcNow();
                var subjects = await LockDueAsync(ledger, kind, now, cancellationToken);
                await handOut(ledger, subjects);

                // What was put off once more meanwhile stays.
                await Due(ledger, kind, now).Where(entry => subjects.Contains(entry.Subject)).ExecuteDeleteAsync(cancellationToken);
                return subjects.Count;
            },
            cancellationToken);
    }

    private static IQueryable<OutboxEntry> Due(LedgerContext ledger, string kind, DateTimeOffset now)
    {
        var never = now + LongestDelay;
        return ledger.Set<OutboxEntry>().Where(entry => entry.Kind == kind && (entry.DueAt <= now || entry.DueAt > never));
    }

    /// <summary>Several processes may hand out at once in PostgreSQL, each other entries; SQLite has one writer anyway.</summary>
    private async Task<IReadOnlyList<Guid>> LockDueAsync(LedgerContext ledger, string kind, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var due = Due(ledger, kind, moment).OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Subject).Take(Batch).Select(entry => entry.Subject);
        if (!options.Value.IsPostgres)
            return await due.ToListAsync(cancellationToken);
        var now = moment.ToUnixTimeMilliseconds();
        var never = now + (long)LongestDelay.TotalMilliseconds;
        return await ledger.Database.SqlQuery<Guid>(
            $"""
             SELECT subject AS "Value" FROM outbox WHERE kind = {kind} AND (due_at <= {now} OR due_at > {never})
             ORDER BY due_at, subject LIMIT {Batch} FOR UPDATE SKIP LOCKED
             """).ToListAsync(cancellationToken);
    }
}
