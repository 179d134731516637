using Hangfire;
using Hangfire.States;

namespace MoroccoCT.Jobs;

/// <summary>Requests as Hangfire jobs, in three queues, served one after the other. PostgreSQL's storage serves them in the order of their names.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client, JobStorage storage)
{
    private static readonly string[] live = [EnqueuedState.StateName, ScheduledState.StateName, ProcessingState.StateName, AwaitingState.StateName];

    /// <summary>Requests that were begun before.</summary>
    public const string Again = "again";

    /// <summary>What people ask for.</summary>
    public const string First = "first";

    /// <summary>Editions: many may fall due at once, and nobody sits before a screen for them.</summary>
    public const string Scheduled = "scheduled";

    /// <returns>The id of the job.</returns>
    public string Enqueue(Guid requestId, string queue) =>
        // Hangfire puts the running job's context and its own token in the place of the last two.
        client.Create<RenderRequestJob>(job => job.RunAsync(requestId, null!, CancellationToken.None), new EnqueuedState(queue));

    /// <summary>Whether a job is still to be run, or is being run, for this request.</summary>
    public bool IsLive(string jobId, Guid requestId)
    {
        using var connection = storage.GetConnection();
        var job = connection.GetJobData(jobId);
        return job is not null && live.Contains(job.State) && job.Job?.Args[0] is Guid id && id == requestId;
    }
}
