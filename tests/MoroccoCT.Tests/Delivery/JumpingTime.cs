using Microsoft.Extensions.Time.Testing;

namespace MoroccoCT.Tests.Delivery;

/// <summary>Time that a test moves on, and a wall clock that somebody sets: what is measured goes on as before.</summary>
internal sealed class JumpingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan ahead;

    public void Jump(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
