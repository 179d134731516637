using Hangfire;

namespace MoroccoCT.Jobs;

/// <summary>
/// Holds the stop back until the requests in work are finished or their time is up. It comes before any other part is stopped:
/// meanwhile pages and API still answer, and say that the service is stopping.
/// </summary>
internal sealed class JobsDrain(IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<JobsDrain> logger) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // This is what Hangfire takes for the sign to begin no further job.
        lifetime.StopApplication();
        try
        {
            await Task.WhenAll(services.GetServices<IHostedService>().OfType<BackgroundJobServerHostedService>().Select(server => server.StopAsync(cancellationToken)));
        }
        catch (OperationCanceledException)
        {
            logger.LogWarning("Not everything in work came to its end in time; it goes back into the queue");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
