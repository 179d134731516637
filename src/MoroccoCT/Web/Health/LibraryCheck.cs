using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Library;

namespace MoroccoCT.Web.Health;

/// <summary>A library that is broken on disk is a warning only: the last good one is still in use.</summary>
internal sealed class LibraryCheck(CurrentLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        library.Warning is { } warning
            ? HealthCheckResult.Degraded(warning)
            : HealthCheckResult.Healthy($"{library.Snapshot.Library.AllSections.Count} section files are good."));
}
