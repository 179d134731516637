using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MoroccoCT.Retention;
using MoroccoCT.Storage;

namespace MoroccoCT.Web.Health;

/// <summary>Tells of a clock that is far ahead of the time that the ledger has lived through. Briefings can be made all the same.</summary>
internal sealed class RetentionCheck : IHealthCheck
{
    /// <summary>A service that was off for less needs no look at its clock.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromDays(31);

    private readonly LivedTime lived;
    private readonly IOptions<RetentionOptions> options;

    public RetentionCheck(LivedTime lived, IOptions<RetentionOptions> options) => (this.lived, this.options) = (lived, options);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.Enabled)
            return HealthCheckResult.Healthy("Nothing is removed by its age.");
        try
        {
            var behind = await lived.BehindAsync(cancellationToken);
            return behind > patience
                ? HealthCheckResult.Degraded(
                    $"The clock is {behind.TotalDays:0} days ahead of the time that the ledger has lived through. If it is wrong, set it right; if the service "
                    + "was off for so long, nothing need be done. Until the two have met, requests are kept for longer.")
                : HealthCheckResult.Healthy("What was kept for its time is removed.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("It cannot be told while the ledger does not answer.");
        }
    }
}
