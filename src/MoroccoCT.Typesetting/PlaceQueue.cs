namespace MoroccoCT.Typesetting;

/// <summary>
/// The line in front of a fixed number of places: first come, first served, and never longer than its limit. Whoever gives way stands in a line of their
/// own: they wait until nobody else does, and never take the last place that is free.
/// </summary>
/// <param name="limit">How many may wait in each of the two lines.</param>
/// <param name="busy">Makes the refusal out of the time after which coming back is worth while.</param>
internal sealed class PlaceQueue(int count, int limit, TimeSpan longest, Func<TimeSpan, Exception> busy)
{
    private static readonly TimeSpan shortest = TimeSpan.FromSeconds(1);

    private readonly Lock access = new();
    private readonly LinkedList<TaskCompletionSource> line = new(), yielding = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;
    private bool isClosed;
    private long paceTicks = TimeSpan.TicksPerSecond / 4;

    public int Busy
    {
        get
        {
            lock (access)
                return taken;
        }
    }

    public int Waiting
    {
        get
        {
            lock (access)
                return line.Count + yielding.Count;
        }
    }

    /// <summary>When the queue will have moved on, from 1 second up to the longest.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var wait = TimeSpan.FromTicks(Volatile.Read(ref paceTicks) * (Waiting + 1) / count);
            return wait < shortest ? shortest : wait > longest ? longest : wait;
        }
    }

    /// <summary>Where there is only one place, those who give way take it when nobody has it: without it they would have none.</summary>
    private bool HasPlaceForYielding => taken < Math.Max(1, count - 1);

    /// <summary>Waits for a place, which is given back by disposing of it.</summary>
    /// <param name="givesWay">Whether everybody else comes first.</param>
    /// <exception cref="Exception">The queue is full; the exception is the one this queue was given.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken, bool givesWay = false)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var own = givesWay ? yielding : line;
        lock (access)
        {
            own.AddLast(turn);
            LetIn();
            if (own.Count > limit && !turn.Task.IsCompleted)
            {
                own.Remove(turn);
                throw busy(RetryAfter);
            }
        }

        using (cancellationToken.UnsafeRegister(_ => GiveUp(own, turn, cancellationToken), null))
            await turn.Task;
        return new Place(this);
    }

    /// <summary>Waits until everybody has left, and lets nobody in again.</summary>
    public Task CloseAsync()
    {
        lock (access)
        {
            isClosed = true;
            if (taken == 0)
                empty.TrySetResult();
        }

        return empty.Task;
    }

    /// <summary>Learns how long the work at a place takes: a moving average, in which the last one counts an eighth.</summary>
    public void Learn(TimeSpan elapsed)
    {
        var pace = Volatile.Read(ref paceTicks);
        Volatile.Write(ref paceTicks, pace + ((elapsed.Ticks - pace) / 8));
    }

    private void LetIn()
    {
        while (!isClosed && taken < count && Next() is { } next)
        {
            taken++;
            next.SetResult();
        }
    }

    private TaskCompletionSource? Next()
    {
        var from = line.Count == 0 && HasPlaceForYielding ? yielding : line;
        if (from.First is not { Value: var next })
            return null;
        from.RemoveFirst();
        return next;
    }

    private void GiveUp(LinkedList<TaskCompletionSource> own, TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        lock (access)
        {
            if (own.Remove(turn))
                turn.SetCanceled(cancellationToken);
        }
    }

    private void Leave()
    {
        lock (access)
        {
            taken--;
            LetIn();
            if (isClosed && taken == 0)
                empty.TrySetResult();
        }
    }

    private sealed class Place(PlaceQueue queue) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                queue.Leave();
        }
    }
}
