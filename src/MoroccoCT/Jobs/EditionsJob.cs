using Hangfire;
using MoroccoCT.Schedules;

namespace MoroccoCT.Jobs;

/// <summary>Makes the editions that have fallen due.</summary>
internal sealed class EditionsJob(EditionMaker editions)
{
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancellationToken) => editions.MakeMissingAsync(cancellationToken);
}
