using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Health;

/// <summary>Reads from the ledger, as every page does.</summary>
internal sealed class LedgerCheck(RequestQueries queries, ILogger<LedgerCheck> log) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await queries.ListAsync(null, 1, cancellationToken);
            return HealthCheckResult.Healthy("The ledger answers.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The ledger does not answer");
            return HealthCheckResult.Unhealthy("The ledger does not answer. Check the setting Ledger:ConnectionString and the database; the service's log has the cause.");
        }
    }
}
