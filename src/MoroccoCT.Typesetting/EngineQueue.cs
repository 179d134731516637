namespace MoroccoCT.Typesetting;

/// <summary>The line in front of the engines: first come, first served, and never longer than its limit.</summary>
internal sealed class EngineQueue(int engines, int limit, TimeSpan longest) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim places = new(engines, engines);
    private int present;
    private long paceTicks = TimeSpan.TicksPerSecond / 4;

    public int Busy => engines - places.CurrentCount;

    public int Waiting => Math.Max(0, Volatile.Read(ref present) - Busy);

    /// <summary>When the queue will have moved on, from 1 second up to the deadline.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var wait = TimeSpan.FromTicks(Volatile.Read(ref paceTicks) * (Waiting + 1) / engines);
            return wait < Shortest ? Shortest : wait > longest ? longest : wait;
        }
    }

    /// <summary>Waits for a place, which is given back by disposing of it.</summary>
    /// <exception cref="EngineBusyException">The queue is full.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref present) > engines + limit)
        {
            Interlocked.Decrement(ref present);
            throw new EngineBusyException(
                $"All {engines} typesetting engines are at work and {limit} documents wait already. Try again in {RetryAfter.TotalSeconds:0} seconds.", RetryAfter);
        }

        try
        {
            await places.WaitAsync(cancellationToken);
            return new Place(this);
        }
        catch
        {
            Interlocked.Decrement(ref present);
            throw;
        }
    }

    /// <summary>Waits until everybody has left, and lets nobody in again.</summary>
    public async Task CloseAsync()
    {
        for (var place = 0; place < engines; place++) await places.WaitAsync(CancellationToken.None);
    }

    /// <summary>Learns how long a document takes: a moving average, in which the last one counts an eighth.</summary>
    public void Learn(TimeSpan elapsed)
    {
        var pace = Volatile.Read(ref paceTicks);
        Volatile.Write(ref paceTicks, pace + ((elapsed.Ticks - pace) / 8));
    }

    public void Dispose() => places.Dispose();

    private sealed class Place(EngineQueue queue) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) != 0) return;
            queue.places.Release();
            Interlocked.Decrement(ref queue.present);
        }
    }
}
