using Hangfire;
using Hangfire.States;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>Requests as Hangfire jobs.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client, JobStorage storage) : IJobQueue
{
    private static readonly string[] live = [EnqueuedState.StateName, ScheduledState.StateName, ProcessingState.StateName, AwaitingState.StateName];

    // Hangfire puts the running job's context and its own token in the place of the last two.
    public string Enqueue(Guid requestId) => client.Enqueue<RenderRequestJob>(job => job.RunAsync(requestId, null!, CancellationToken.None));

    /// <summary>Whether a job is still to be run, or is being run, for this request.</summary>
    public bool IsLive(string jobId, Guid requestId)
    {
        using var connection = storage.GetConnection();
        var job = connection.GetJobData(jobId);
        return job is not null && live.Contains(job.State) && job.Job?.Args[0] is Guid id && id == requestId;
    }
}
