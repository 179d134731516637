using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Web.Health;

/// <summary>Whether the service can do its work.</summary>
/// <param name="Status">The worst of the checks. <c>degraded</c>: it works, but someone should look.</param>
public sealed record HealthBody(HealthStatus Status, IReadOnlyDictionary<string, HealthCheckBody> Checks)
{
    internal static HealthBody Of(HealthReport report) => new(
        report.Status,
        report.Entries.ToDictionary(entry => entry.Key, entry => new HealthCheckBody(entry.Value.Status, entry.Value.Description)));

    /// <summary>For whoever only distributes requests: what is wrong in particular is for those who look after the service.</summary>
    internal HealthBody InShort() => this with { Checks = Checks.ToDictionary(check => check.Key, check => check.Value with { Detail = null }) };
}

/// <param name="Detail">What is wrong and what to do; or what was found well.</param>
public sealed record HealthCheckBody(HealthStatus Status, string? Detail);
