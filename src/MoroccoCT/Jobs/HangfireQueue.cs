using Hangfire;
using Hangfire.States;

namespace MoroccoCT.Jobs;

/// <summary>Requests as Hangfire jobs, in two queues.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client, JobStorage storage)
{
    private static readonly string[] live = [EnqueuedState.StateName, ScheduledState.StateName, ProcessingState.StateName, AwaitingState.StateName];

    /// <summary>Served before the other: for requests that were begun before. PostgreSQL's storage serves queues in the order of their names.</summary>
    public const string Again = "again";

    public const string First = "first";

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
