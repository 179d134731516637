using Microsoft.EntityFrameworkCore;

namespace MoroccoCT.Storage;

/// <summary>
/// The time as the ledger has lived through it. It follows the wall clock, but in each process at most twice as fast as that process lives, by a clock
/// that nobody sets: a wall clock that jumps makes nothing old. It never goes back.
/// </summary>
internal sealed class LivedTime(LedgerStore store, TimeProvider time)
{
    private const string Name = "lived";

    /// <summary>Faster than time itself, so that it catches up after the service was off.</summary>
    private const int Pace = 2;

    private long last = time.GetTimestamp();

    /// <summary>Goes on by what this process has lived since it was here last.</summary>
    /// <param name="beginning">Where a ledger begins that has no such time yet.</param>
    /// <returns>The moment up to which age can be counted: no clock that was set ahead or back makes it too late.</returns>
    public async Task<DateTimeOffset> MoveOnAsync(Func<LedgerContext, Task<DateTimeOffset?>> beginning, CancellationToken cancellationToken)
    {
        var (lived, wall) = (time.GetElapsedTime(last), time.GetUtcNow().InMilliseconds());
        last = time.GetTimestamp();
        return await store.WriteAsync(
            async ledger =>
            {
                var reached = await ReachedAsync(ledger, cancellationToken) is { } known
                    ? known + (Pace * lived)
                    : await beginning(ledger) ?? wall;
                var now = wall < reached ? wall : reached;
                await ledger.Database.ExecuteSqlAsync(
                    $"""
                     INSERT INTO counters (name, value) VALUES ({Name}, {now.ToUnixTimeMilliseconds()})
                     ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE counters.value < excluded.value
                     """,
                    cancellationToken);
                return now;
            },
            cancellationToken);
    }

    /// <summary>How far the wall clock is ahead of it: for as long the service was off, or by so much the clock was set.</summary>
    public async Task<TimeSpan> BehindAsync(CancellationToken cancellationToken)
    {
        var wall = time.GetUtcNow();
        var reached = await store.ReadAsync(ledger => ReachedAsync(ledger, cancellationToken), cancellationToken) ?? wall;
        return reached < wall ? wall - reached : TimeSpan.Zero;
    }

    /// <summary>In the transaction that writes a moment down from which an age will be counted.</summary>
    /// <returns>The lived time where the wall clock is behind it; else null.</returns>
    public static async Task<DateTimeOffset?> AheadOfAsync(LedgerContext ledger, DateTimeOffset wall, CancellationToken cancellationToken) =>
        await ReachedAsync(ledger, cancellationToken) is { } reached && reached > wall ? reached : null;

    private static async Task<DateTimeOffset?> ReachedAsync(LedgerContext ledger, CancellationToken cancellationToken) =>
        await ledger.Set<Counter>().FirstOrDefaultAsync(counter => counter.Name == Name, cancellationToken) is { } counter
            ? DateTimeOffset.FromUnixTimeMilliseconds(counter.Value)
            : null;
}
