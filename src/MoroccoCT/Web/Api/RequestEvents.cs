using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace MoroccoCT.Web.Api;

/// <summary>A request's states as server-sent events, with a comment now and then while nothing changes: proxies end what stays silent.</summary>
/// <param name="states">Ends after a final state.</param>
/// <param name="stopping">Ends the stream when the service shuts down; clients connect again by themselves.</param>
internal sealed class RequestEvents(IAsyncEnumerable<RequestBody> states, CancellationToken stopping) : IResult
{
    public const string ContentType = "text/event-stream";

    /// <summary>Proxies wait for a minute, or for half of one.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        context.Response.ContentType = ContentType;
        // A proxy would gather events until they are worth sending; nginx lets itself be told.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        // Whoever asks for the head alone gets it at once.
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        try
        {
            await WriteAsync(context.Response.Body, states, json, services.GetRequiredService<TimeProvider>(), either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Nobody listens any more, or nobody shall.
        }
    }

    public static async Task WriteAsync(
        Stream output, IAsyncEnumerable<RequestBody> states, JsonSerializerOptions json, TimeProvider time, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changes = states.GetAsyncEnumerator(ended.Token);
        var change = Task.FromResult(false);
        try
        {
            for (change = NextAsync(); await KeptAliveAsync(change, output, time, cancellationToken); change = NextAsync())
                await WriteAsync(output, Event(changes.Current, json), cancellationToken);
        }
        finally
        {
            // What still waits for a change has to come to its end before it may be disposed of.
            await ended.CancelAsync();
            await ((Task)change).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await changes.DisposeAsync();
        }

        Task<bool> NextAsync() => changes.MoveNextAsync().AsTask();
    }

    private static byte[] Event(RequestBody request, JsonSerializerOptions json) =>
        [.. "event: state\ndata: "u8, .. JsonSerializer.SerializeToUtf8Bytes(request, json), .. "\n\n"u8];

    /// <summary>The change, once it comes.</summary>
    private static async Task<bool> KeptAliveAsync(Task<bool> change, Stream output, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await change.WaitAsync(KeepAlive, time, cancellationToken);
            }
            catch (TimeoutException) when (!change.IsCompleted)
            {
                await WriteAsync(output, ": keep-alive\n\n"u8.ToArray(), cancellationToken);
            }
        }
    }

    private static async Task WriteAsync(Stream output, byte[] text, CancellationToken cancellationToken)
    {
        await output.WriteAsync(text, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }
}
