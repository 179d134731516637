namespace MoroccoCT.Typesetting;

/// <summary>The line in front of a fixed number of places: first come, first served, and never longer than its limit.</summary>
/// <param name="busy">Makes the refusal out of the time after which coming back is worth while.</param>
internal sealed class PlaceQueue(int count, int limit, TimeSpan longest, Func<TimeSpan, Exception> busy) : IDisposable
{
    private static readonly TimeSpan shortest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim places = new(count, count);
    private int present;
    private long paceTicks = TimeSpan.TicksPerSecond / 4;

    public int Busy => count - places.CurrentCount;

    public int Waiting => Math.Max(0, Volatile.Read(ref present) - Busy);

    /// <summary>When the queue will have moved on, from 1 second up to the longest.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var wait = TimeSpan.FromTicks(Volatile.Read(ref paceTicks) * (Waiting + 1) / count);
            return wait < shortest ? shortest : wait > longest ? longest : wait;
        }
    }

    /// <summary>Waits for a place, which is given back by disposing of it.</summary>
    /// <exception cref="Exception">The queue is full; the exception is the one this queue was given.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref present) > count + limit)
        {
            Interlocked.Decrement(ref present);
            throw busy(RetryAfter);
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
        for (var place = 0; place < count; place++) await places.WaitAsync(CancellationToken.None);
    }

    /// <summary>Learns how long the work at a place takes: a moving average, in which the last one counts an eighth.</summary>
    public void Learn(TimeSpan elapsed)
    {
        var pace = Volatile.Read(ref paceTicks);
        Volatile.Write(ref paceTicks, pace + ((elapsed.Ticks - pace) / 8));
    }

    public void Dispose() => places.Dispose();

    private sealed class Place(PlaceQueue queue) : IDisposable
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
