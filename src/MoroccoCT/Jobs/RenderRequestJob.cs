using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Options;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>Makes the document of one request. It may be run again at any time: a row that is not its own to work on is left alone.</summary>
public sealed class RenderRequestJob(RequestLedger ledger, IRequestRenderer renderer, IOptions<JobsOptions> options, ILogger<RenderRequestJob> logger)
{
    private const string RetryCount = "RetryCount";

    /// <summary>Run by Hangfire, which runs it again with a growing delay when it throws.</summary>
    [JobDisplayName("Request {0}")]
    public Task RunAsync(Guid id, PerformContext context, CancellationToken cancellationToken)
    {
        var isLast = context.GetJobParameter<int>(RetryCount) >= options.Value.Delays.Count;
        return RunAsync(id, context.BackgroundJob.Id, isLast, cancellationToken);
    }

    /// <summary>One attempt in this process, without Hangfire. Nothing is done when somebody else has the request or it is finished.</summary>
    public Task RunNowAsync(Guid id, CancellationToken cancellationToken) => RunAsync(id, $"direct:{id}", isLast: true, cancellationToken);

    private async Task RunAsync(Guid id, string jobId, bool isLast, CancellationToken cancellationToken)
    {
        if (await ledger.TakeAsync(id, jobId, cancellationToken) is not { } request)
            return;
        if (request.Attempts > options.Value.MaxAttempts)
        {
            await ledger.FailAsync(id, request.Attempts, "Given up", $"It was begun {options.Value.MaxAttempts} times and never came to an end. The service's log may show what ended it.", CancellationToken.None);
            return;
        }

        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var overtaken = CancelWhenOvertakenAsync(request, attempt);
        try
        {
            await MakeAsync(request, attempt.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service is stopping: the next one to start, or another, takes it up.
            await ReleaseAsync(request);
            throw;
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            logger.LogInformation("Request {RequestId} {Number}: attempt {Attempt} was stopped, it is no longer wanted", request.Id, request.Number, request.Attempts);
        }
        catch (Exception fault) when (RenderFault.Of(fault) is { IsFinal: true } final)
        {
            await ledger.FailAsync(id, request.Attempts, final.Title, final.Detail, CancellationToken.None);
        }
        catch (Exception fault)
        {
            await EndAttemptAsync(request, fault, isLast);
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
        var fingerprint = renderer.Fingerprint(request);
        if (await ledger.TwinAsync(fingerprint, cancellationToken) is { } twin)
        {
            await ledger.CompleteAsync(request.Id, request.Attempts, twin, cancellationToken);
            return;
        }

        var briefing = await renderer.RenderAsync(request, cancellationToken);

        // A library that changed in between makes the fingerprint the wrong name for what was made.
        var shared = renderer.Fingerprint(request) == fingerprint ? fingerprint : null;

        // What is made is kept, even by a service that is stopping.
        if (!await ledger.CompleteAsync(request.Id, request.Attempts, briefing, shared, CancellationToken.None))
            logger.LogInformation("Request {RequestId} {Number}: the document of attempt {Attempt} came too late and was dropped", request.Id, request.Number, request.Attempts);
    }

    /// <summary>Watches the row while it is in work: cancelled by a person or taken over by another worker, the attempt is stopped.</summary>
    private async Task CancelWhenOvertakenAsync(BriefingRequest request, CancellationTokenSource attempt)
    {
        try
        {
            await foreach (var now in ledger.WatchAsync(request.Id, attempt.Token))
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

    private async Task EndAttemptAsync(BriefingRequest request, Exception fault, bool isLast)
    {
        logger.LogError(fault, "Request {RequestId} {Number}: attempt {Attempt} failed{Outlook}", request.Id, request.Number, request.Attempts, isLast ? ", it was the last" : "");
        if (!isLast)
        {
            await ReleaseAsync(request);
            return;
        }

        var (_, title, detail) = RenderFault.Of(fault);
        await TryAsync(request, () => ledger.FailAsync(request.Id, request.Attempts, title, $"{detail} It was tried {request.Attempts} times.", CancellationToken.None));
    }

    private Task ReleaseAsync(BriefingRequest request) => TryAsync(request, () => ledger.ReleaseAsync(request.Id, request.Attempts, CancellationToken.None));

    /// <summary>Should the ledger be out of reach too, the row stays in work: the same job or reconciling takes it up again.</summary>
    private async Task TryAsync(BriefingRequest request, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "Request {RequestId} {Number}: the end of attempt {Attempt} could not be written down", request.Id, request.Number, request.Attempts);
        }
    }
}
