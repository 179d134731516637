using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Web.Health;

/// <summary>What programs and people are told alike of whether briefings can be made.</summary>
public sealed class ServiceHealth(HealthCheckService checks, IHostApplicationLifetime lifetime)
{
    internal const string Documents = "documents";

    /// <summary>For whoever distributes requests. Nothing else is looked at: the engines have their hands full.</summary>
    private static readonly HealthBody stopping = new(HealthStatus.Unhealthy, new Dictionary<string, HealthCheckBody>
    {
        ["service"] = new(HealthStatus.Unhealthy, "The service is stopping. What is in work is finished, nothing new is taken."),
    });

    public async Task<HealthBody> LookAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return stopping;
        var report = await checks.CheckHealthAsync(cancellationToken);
        return HealthBody.Of(report) with { Status = Overall(report) };
    }

    /// <summary>A damaged document is a matter of its own: it must be seen to, and yet briefings can be made.</summary>
    private static HealthStatus Overall(HealthReport report) => report.Entries
        .Select(entry => entry.Key == Documents && entry.Value.Status == HealthStatus.Unhealthy ? HealthStatus.Degraded : entry.Value.Status).Min();
}
