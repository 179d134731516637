using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Health;

/// <summary>Tells of stored documents that were found damaged. New ones can be made all the same.</summary>
internal sealed class DocumentsCheck(DamagedDocuments damaged) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        damaged.All is { Count: > 0 } found
            ? HealthCheckResult.Unhealthy(
                $"{found.Count} stored document(s) are damaged and not served, first {found.First()}. "
                + "Restore the ledger from a backup, or order them again; is the disk failing?")
            : HealthCheckResult.Healthy("No document was found damaged."));
}
