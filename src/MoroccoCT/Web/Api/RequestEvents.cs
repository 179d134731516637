using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Api;

/// <summary>A request's states as server-sent events.</summary>
internal static class RequestEvents
{
    private const string EventName = "state";

    /// <param name="stopping">Ends the streams when the service shuts down; clients connect again by themselves.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public static async IAsyncEnumerable<SseItem<RequestBody>> Follow(
        Guid id, RequestWatch watch, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await using var states = watch.FollowAsync(id, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(states, either.Token))
            yield return new(RequestBody.Of(states.Current), EventName);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<BriefingRequest> states, CancellationToken cancellationToken)
    {
        try
        {
            return await states.MoveNextAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
