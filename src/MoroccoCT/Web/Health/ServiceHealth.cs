using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Web.Health;

/// <summary>What programs and people are told alike of whether briefings can be made.</summary>
public sealed class ServiceHealth(HealthCheckService checks, IHostApplicationLifetime lifetime)
{
    internal const string Documents = "documents";
    internal const string Editions = "editions";

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

    /// <summary>
    /// A damaged document, and an edition that is late, are matters of their own: they must be seen to, and yet briefings can be made. No process is to be
    /// taken out of service for them.
    /// </summary>
    private static HealthStatus Overall(HealthReport report) => report.Entries
        .Select(entry => entry.Key is Documents or Editions && entry.Value.Status == HealthStatus.Unhealthy ? HealthStatus.Degraded : entry.Value.Status).Min();
}
