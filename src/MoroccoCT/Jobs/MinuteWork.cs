namespace MoroccoCT.Jobs;

/// <summary>What is done again and again while the service runs.</summary>
/// <param name="Name">For the log.</param>
internal sealed record Duty(string Name, TimeSpan Every, Func<CancellationToken, Task> RunAsync);

/// <summary>
/// Keeps up the periodic duties, each on a timer that no change of the wall clock reaches. A duty that fails is tried again at its next
/// turn.
/// </summary>
internal sealed class MinuteWork(IEnumerable<Duty> duties, TimeProvider time, ILogger<MinuteWork> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(duties.Select(duty => RepeatAsync(duty, stoppingToken)));

    private async Task RepeatAsync(Duty duty, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(duty.Every, time);
        var isWell = true;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                isWell = await TryAsync(duty, isWell, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task<bool> TryAsync(Duty duty, bool wasWell, CancellationToken cancellationToken)
    {
        try
        {
            await duty.RunAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Once for each trouble: a database that is away for an hour shall not fill the log.
            if (wasWell)
                logger.LogError(fault, "{Duty} failed; it is tried again every {Seconds:0} s", duty.Name, duty.Every.TotalSeconds);
            return false;
        }
    }
}
