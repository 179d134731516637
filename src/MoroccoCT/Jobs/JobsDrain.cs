namespace MoroccoCT.Jobs;

/// <summary>
/// Hangfire's server, stopped before any other part of the service: until the requests in work are finished or their time is up,
/// pages and API still answer, and say that the service is stopping.
/// </summary>
internal sealed class JobsDrain(IHostedService server, IHostApplicationLifetime lifetime, ILogger<JobsDrain> logger) : IHostedLifecycleService, IDisposable
{
    public Task StartAsync(CancellationToken cancellationToken) => server.StartAsync(cancellationToken);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Hangfire takes this for the sign to begin no further job.
        lifetime.StopApplication();
        try
        {
            await server.StopAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogWarning("Not everything in work came to its end in time; it goes back into the queue");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => (server as IDisposable)?.Dispose();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
