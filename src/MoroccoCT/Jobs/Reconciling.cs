using Microsoft.Extensions.Options;
using MoroccoCT.Requests;

namespace MoroccoCT.Jobs;

/// <summary>Finds unfinished requests whose job is gone, and has them given another.</summary>
internal sealed class Reconciling(
    RequestQueries queries, RequestTransitions transitions, HangfireQueue queue, IOptions<JobsOptions> options, TimeProvider time, ILogger<Reconciling> logger)
{
    /// <summary>
    /// A row that has stood still for so long is looked at, by this process's own clock: one that just changed may be on its way to its
    /// job, or in work at a process that has no jobs.
    /// </summary>
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(15);

    /// <summary>Since when each row has stood as it stands, as this process has seen it.</summary>
    private Dictionary<Guid, (int Revision, long Since)> seen = [];

    /// <summary>Looks at what has stood still.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var unfinished = await queries.UnfinishedAsync(cancellationToken);
        seen = unfinished.ToDictionary(
            request => request.Id,
            request => seen.TryGetValue(request.Id, out var before) && before.Revision == request.Revision ? before : (request.Revision, time.GetTimestamp()));
        var still = unfinished.Where(request => time.GetElapsedTime(seen[request.Id].Since) >= grace);
        await RequeueAsync(still.Where(request => request.JobId is null || !queue.IsLive(request.JobId, request.Id)), cancellationToken);
    }

    /// <summary>At the start, with jobs kept in memory: whatever is unfinished was left by a process that is gone, whatever the clock says.</summary>
    public async Task RunAtStartAsync(CancellationToken cancellationToken) =>
        await RequeueAsync(await queries.UnfinishedAsync(cancellationToken), cancellationToken);

    private async Task RequeueAsync(IEnumerable<BriefingRequest> lost, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var request in lost)
        {
            if (await transitions.RequeueAsync(request, options.Value.PauseAfterDeaths, cancellationToken))
                count++;
        }

        if (count > 0)
            logger.LogInformation("{Count} unfinished requests had no job and get another", count);
    }
}
