using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MoroccoCT.Typesetting;

/// <summary>
/// Sets documents in a fixed number of engine processes: queue → engine (started when needed) →
/// document, all within one deadline. An engine that fails in any way is killed and takes nothing
/// with it but its own document; the next document gets a fresh one.
/// </summary>
public sealed class EnginePool : IAsyncDisposable
{
    private readonly TypesettingOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<EnginePool> logger;
    private readonly PlaceQueue queue;
    private readonly EngineLauncher launcher;
    private readonly Lazy<string> setup;
    private readonly CancellationTokenSource stopping = new();
    // The engine used last comes first: its cache is warm, and the others need not start at all.
    private readonly ConcurrentStack<EngineProcess> idle = new();
    private readonly ConcurrentDictionary<int, EngineProcess> running = new();
    private string? version;
    private long started, recycled, failed, completed;

    public EnginePool(TypesettingOptions options, ILogger<EnginePool> logger, TimeProvider time)
    {
        this.options = options;
        this.logger = logger;
        this.time = time;
        queue = new PlaceQueue(options.Engines, options.QueueLimit, options.Deadline, Busy);
        launcher = new EngineLauncher(options, time);
        setup = new(() => EngineSetup.HashOf(options));
    }

    /// <summary>A hash of what the engines are made of, fonts included: with another setup the same job may give other bytes.</summary>
    public string Setup => setup.Value;

    public EngineCounters Counters => new(
        options.Engines, queue.Busy, idle.Count(engine => engine.Alive), queue.Waiting,
        Volatile.Read(ref started), Volatile.Read(ref recycled), Volatile.Read(ref failed), Volatile.Read(ref completed));

    internal IEnumerable<int> ProcessIds => running.Keys;

    /// <summary>Sets one document.</summary>
    /// <exception cref="LayoutRejectedException">Layout or data are at fault.</exception>
    /// <exception cref="EngineFailedException">The engine failed; try again.</exception>
    /// <exception cref="EngineBusyException">Too many documents wait.</exception>
    public async Task<TypesetDocument> TypesetAsync(TypesettingJob job, CancellationToken cancellationToken)
    {
        TypesettingJob.Check(job);
        var document = await RunAsync((engine, token) => engine.TypesetAsync(job, token), cancellationToken, job);
        Interlocked.Increment(ref completed);
        queue.Learn(document.Elapsed);
        return document;
    }

    /// <summary>Looks for what an engine needs – Node.js, its host program, fonts – without starting one.</summary>
    /// <exception cref="EngineFailedException">Says what is missing and how to get it.</exception>
    public Task FindAsync(CancellationToken cancellationToken) => launcher.FindAsync(cancellationToken);

    /// <summary>Sets a tiny document with the real engine, in its turn like every other.</summary>
    public async Task<EngineHealth> CheckAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            await RunAsync((engine, token) => engine.CheckAsync(token), cancellationToken);
            return new EngineHealth(EngineStatus.Healthy, version, time.GetElapsedTime(start), null);
        }
        catch (TypesettingException problem)
        {
            var status = problem is EngineBusyException ? EngineStatus.Busy : EngineStatus.Failing;
            return new EngineHealth(status, version, time.GetElapsedTime(start), problem.Message);
        }
    }

    /// <summary>The engine and its version, such as <c>Typst 0.14.2</c>, asked of a running engine once.</summary>
    public async Task<string> GetEngineVersionAsync(CancellationToken cancellationToken) =>
        version ?? await RunAsync((engine, _) => Task.FromResult(engine.Version), cancellationToken);

    /// <summary>Stops all engines; documents in the making fail with <see cref="EngineFault.Stopped"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        await queue.CloseAsync();
        while (idle.TryPop(out var engine)) await RetireAsync(engine);
        launcher.Dispose();
    }

    private async Task<T> RunAsync<T>(
        Func<EngineProcess, CancellationToken, Task<T>> work, CancellationToken cancellationToken, TypesettingJob? job = null)
    {
        ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
        var (needsFresh, givesWay) = (job?.NeedsFreshEngine == true, job?.GivesWay == true);
        using var deadline = new CancellationTokenSource(options.Deadline, time);
        using var own = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping.Token);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, own.Token);
        var isWaiting = true;
        try
        {
            using var place = await queue.EnterAsync(limits.Token, givesWay);
            isWaiting = false;
            // What gives way is small and often called off: to let it end costs less than a new engine.
            return await WithEngineAsync(work, needsFresh, givesWay ? own.Token : limits.Token);
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw Interrupted(isWaiting, needsFresh, cause);
        }
    }

    private async Task<T> WithEngineAsync<T>(
        Func<EngineProcess, CancellationToken, Task<T>> work, bool needsFresh, CancellationToken cancellationToken)
    {
        var engine = await TakeAsync(needsFresh, cancellationToken);
        try
        {
            var result = await work(engine, cancellationToken);
            await GiveBackAsync(engine);
            return result;
        }
        catch (LayoutRejectedException)
        {
            await GiveBackAsync(engine);
            throw;
        }
        catch (Exception cause)
        {
            Interlocked.Increment(ref failed);
            if (cause is OperationCanceledException)
                logger.LogInformation("Engine {Engine} is killed: its document was cancelled or not ready in time", engine.Id);
            else
                logger.LogWarning(cause, "Engine {Engine} failed and is replaced. Its last words: {Errors}", engine.Id, engine.Errors);
            await RetireAsync(engine);
            throw;
        }
    }

    private async Task<EngineProcess> TakeAsync(bool needsFresh, CancellationToken cancellationToken)
    {
        while (idle.TryPop(out var engine))
        {
            if (engine.Alive && !needsFresh) return engine;
            if (engine.Alive) Interlocked.Increment(ref recycled); else Interlocked.Increment(ref failed);
            await RetireAsync(engine);
            // One makes way: the others have work of their own to do.
            if (needsFresh) break;
        }

        return await StartAsync(cancellationToken);
    }

    private async Task<EngineProcess> StartAsync(CancellationToken cancellationToken)
    {
        var engine = await launcher.StartAsync(cancellationToken);
        version = engine.Version;
        running[engine.Id] = engine;
        Interlocked.Increment(ref started);
        logger.LogDebug("Engine {Engine} started with {Version}", engine.Id, engine.Version);
        return engine;
    }

    private async Task GiveBackAsync(EngineProcess engine)
    {
        if (engine.Worn)
        {
            Interlocked.Increment(ref recycled);
            logger.LogDebug("Engine {Engine} is worn ({Memory} MiB) and makes way", engine.Id, engine.ResidentMiB);
            await RetireAsync(engine);
        }
        else
        {
            idle.Push(engine);
        }
    }

    private async Task RetireAsync(EngineProcess engine)
    {
        running.TryRemove(engine.Id, out _);
        await engine.DisposeAsync();
    }

    private EngineBusyException Busy(TimeSpan retryAfter) => new(
        $"All {options.Engines} typesetting engines are at work and {options.QueueLimit} documents wait already. "
        + $"Try again in {retryAfter.TotalSeconds:0} seconds.",
        retryAfter);

    private TypesettingException Interrupted(bool isWaiting, bool isFresh, OperationCanceledException cause)
    {
        if (stopping.IsCancellationRequested)
            return new EngineFailedException(EngineFault.Stopped, "The service is shutting down. Try again when it is back.", cause);
        if (isWaiting)
        {
            return new EngineBusyException(
                $"No typesetting engine was free within {options.Deadline.TotalSeconds:0} seconds. Try again later.", queue.RetryAfter);
        }

        return new EngineFailedException(
            EngineFault.DeadlineExceeded, $"The document was not ready within {options.Deadline.TotalSeconds:0} seconds. Try again, or order less.", cause)
        {
            IsDocumentSuspect = isFresh,
        };
    }
}
