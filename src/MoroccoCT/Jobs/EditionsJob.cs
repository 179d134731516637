using Hangfire;
using MoroccoCT.Schedules;

namespace MoroccoCT.Jobs;

/// <summary>Makes the editions that have fallen due.</summary>
internal sealed class EditionsJob(EditionMaker editions)
{
    [JobDisplayName("Make the editions that are due")]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancellationToken) => editions.MakeMissingAsync(cancellationToken);
}
