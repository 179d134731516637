using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MoroccoCT.People;

namespace MoroccoCT.Requests;

/// <summary>Lets those who wait for a request know of each change.</summary>
public sealed class RequestWatch(RequestQueries queries, TimeProvider time, ILogger<RequestWatch> logger)
{
    /// <summary>For changes that other processes make; those of this one are seen at once.</summary>
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Those who wait in this process, each with the request it waits for.</summary>
    private readonly ConcurrentDictionary<SemaphoreSlim, Guid> watchers = new();

    /// <summary>The request as it stands, then after each change of state or attempt; ends after a final state. Empty when there is no such request.</summary>
    public async IAsyncEnumerable<BriefingRequest> FollowAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Not disposed: a change announced in that moment may still release it. It holds nothing that needs disposal.
        var changed = new SemaphoreSlim(0);
        watchers[changed] = id;
        try
        {
            BriefingRequest? last = null;
            while (await queries.FindAsync(id, Viewer.Everything, cancellationToken) is { } now)
            {
                if ((now.State, now.Attempts) != (last?.State, last?.Attempts))
                    yield return last = now;
                if (now.IsFinal)
                    yield break;
                await changed.WaitAsync(lookEvery, cancellationToken);
            }
        }
        finally
        {
            watchers.TryRemove(changed, out _);
        }
    }

    /// <summary>One event in the log for each change of state, and a call to all who wait.</summary>
    internal void Announce(BriefingRequest request)
    {
        Log(request);
        foreach (var (watcher, id) in watchers)
        {
            if (id == request.Id)
                watcher.Release();
        }
    }

    private void Log(BriefingRequest request)
    {
        switch (request.State)
        {
            case RequestState.Completed:
                logger.LogInformation(
                    "Request {RequestId} {Number} {State}: {Pages} pages, {Bytes} bytes, attempt {Attempt}, {Seconds:0.0} s after it came in",
                    request.Id, request.Number, request.State, request.Pages, request.Bytes, request.Attempts,
                    (time.GetUtcNow() - request.CreatedAt).TotalSeconds);
                break;
            case RequestState.Failed:
                logger.LogWarning(
                    "Request {RequestId} {Number} {State} at attempt {Attempt}: {ErrorTitle}. {ErrorDetail}",
                    request.Id, request.Number, request.State, request.Attempts, request.ErrorTitle, request.ErrorDetail);
                break;
            case RequestState.Rendering:
                logger.LogInformation("Request {RequestId} {Number} {State}, attempt {Attempt}", request.Id, request.Number, request.State, request.Attempts);
                break;
            default:
                logger.LogInformation("Request {RequestId} {Number} {State}, asked for by {Door}", request.Id, request.Number, request.State, request.Door);
                break;
        }
    }
}
