using System.Diagnostics;
using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Options;
using MoroccoCT.Faults;
using MoroccoCT.Requests;
using MoroccoCT.Telemetry;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Jobs;

/// <summary>Makes the document of one request. It may be run again at any time: a row that is not its own to work on is left alone.</summary>
public sealed class RenderRequestJob(
    RequestTransitions transitions, RequestQueries queries, RequestWatch watch, IRequestRenderer renderer,
    IOptions<JobsOptions> options, ILogger<RenderRequestJob> logger)
{
    /// <summary>Run by Hangfire, which shows the exception of an attempt that failed; the outbox gives the request another job after a pause.</summary>
    [JobDisplayName("Request {0}")]
    public Task RunAsync(Guid id, PerformContext context, CancellationToken cancellationToken) => RunAsync(id, context.BackgroundJob.Id, cancellationToken);

    /// <summary>One attempt in this process, without Hangfire. Nothing is done when somebody else has the request or it is finished.</summary>
    public Task RunNowAsync(Guid id, CancellationToken cancellationToken) => RunAsync(id, $"direct:{id}", cancellationToken);

    private async Task RunAsync(Guid id, string jobId, CancellationToken cancellationToken)
    {
        if (await transitions.TakeAsync(id, jobId, cancellationToken) is not { } request)
            return;
        using var span = Spans.GoOn("make briefing", request.TraceParent);
        span?.SetTag("moroccoct.request.number", request.Number).SetTag("moroccoct.attempt", request.Attempts);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var overtaken = CancelWhenOvertakenAsync(request, attempt);
        try
        {
            await MakeAsync(request, attempt.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service is stopping: the next one to start, or another, takes it up.
            await TryAsync(request, () => transitions.ReleaseAsync(id, request.Attempts, setback: null, TimeSpan.Zero, CancellationToken.None));
            throw;
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            logger.LogInformation(
                "Request {RequestId} {Number}: attempt {Attempt} was stopped, it is no longer wanted", request.Id, request.Number, request.Attempts);
        }
        catch (Exception fault) when (FaultMap.Of(fault, Manner.OfRequests) is { IsFinal: true } final)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", final.Kind.Word());
            await transitions.FailAsync(id, request.Attempts, final.Kind.Word(), final.Title, final.Detail, CancellationToken.None);
        }
        catch (Exception fault)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            await SetBackAsync(request, fault);
            throw;
        }
        finally
        {
            await attempt.CancelAsync();
            await overtaken;
        }
    }

    private async Task MakeAsync(BriefingRequest request, CancellationToken cancellationToken)
    {
        var prepared = await renderer.PrepareAsync(request, cancellationToken);
        if (await queries.TwinAsync(prepared.Fingerprint, cancellationToken) is { } twin)
        {
            await transitions.CompleteAsync(request.Id, request.Attempts, twin, cancellationToken);
            return;
        }

        var rendered = await renderer.TypesetAsync(request, prepared, cancellationToken);

        // What is made is kept, even by a service that is stopping.
        var document = new FinishedDocument(rendered.Pdf, rendered.Pages, rendered.Sha256, prepared.Fingerprint);
        var isStored = await Spans.StepAsync(
            "store document", () => transitions.CompleteAsync(request.Id, request.Attempts, document, CancellationToken.None));
        if (!isStored)
        {
            logger.LogInformation(
                "Request {RequestId} {Number}: the document of attempt {Attempt} came too late and was dropped",
                request.Id, request.Number, request.Attempts);
        }
    }

    /// <summary>Watches the row while it is in work: cancelled by a person or taken over by another worker, the attempt is stopped.</summary>
    private async Task CancelWhenOvertakenAsync(BriefingRequest request, CancellationTokenSource attempt)
    {
        try
        {
            await foreach (var now in watch.FollowAsync(request.Id, attempt.Token))
            {
                if (now.State != RequestState.Rendering || now.Attempts != request.Attempts)
                    await attempt.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The attempt is over.
        }
        catch (Exception fault)
        {
            // Without the watch the attempt goes on; what it writes is checked again.
            logger.LogWarning(fault, "Request {RequestId} {Number} cannot be watched while it is in work", request.Id, request.Number);
        }
    }

    /// <summary>
    /// The fault may pass: the request goes back into the queue, unless it is the document itself that ends engines, or it has gone on for
    /// days.
    /// </summary>
    private Task SetBackAsync(BriefingRequest request, Exception fault)
    {
        var setback = fault is EngineFailedException { IsDocumentSuspect: true } ? Setback.EngineDeath : Setback.Outside;
        var setbacks = request.Setbacks + 1;
        var deaths = setback == Setback.EngineDeath ? request.EngineDeaths + 1 : 0;
        logger.LogError(fault, "Request {RequestId} {Number}: attempt {Attempt} failed", request.Id, request.Number, request.Attempts);
        if (deaths < options.Value.MaxEngineDeaths && setbacks < options.Value.MaxSetbacks)
        {
            var pause = options.Value.PauseAfter(setbacks);
            return TryAsync(request, () => transitions.ReleaseAsync(request.Id, request.Attempts, setback, pause, CancellationToken.None));
        }

        var (kind, title, detail) = FaultMap.Of(fault, Manner.OfRequests);
        var reason = deaths >= options.Value.MaxEngineDeaths
            ? $"{deaths} fresh engines in a row ended over this document."
            : $"It was tried {request.Attempts} times.";
        return TryAsync(
            request, () => transitions.FailAsync(request.Id, request.Attempts, kind.Word(), title, $"{detail} {reason}", CancellationToken.None));
    }

    /// <summary>Should the ledger be out of reach too, the row stays in work: the same job or reconciling takes it up again.</summary>
    private async Task TryAsync(BriefingRequest request, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception fault)
        {
            logger.LogError(
                fault, "Request {RequestId} {Number}: the end of attempt {Attempt} could not be written down",
                request.Id, request.Number, request.Attempts);
        }
    }
}
