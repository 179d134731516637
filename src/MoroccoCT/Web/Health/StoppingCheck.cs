using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Web.Health;

/// <summary>Tells whoever distributes requests that this service takes no more of them.</summary>
internal sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("The service is stopping. What is in work is finished, nothing new is taken.")
            : HealthCheckResult.Healthy("The service is running."));
}
