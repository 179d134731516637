using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Certainty;

namespace MoroccoCT.Web.Health;

/// <summary>Tells of editions that are late or not with everybody, and whether this process looks for them at all.</summary>
internal sealed class EditionsCheck(EditionWatch watch, Alarms alarms) : IHealthCheck
{
    /// <summary>Several looks long.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (watch.SinceLastLook > patience)
        {
            return HealthCheckResult.Unhealthy(
                $"Nobody looks after the editions: this process did so {watch.SinceLastLook.TotalSeconds:0} s ago for the last time. The log says why.");
        }

        try
        {
            var late = (await alarms.OpenAsync(cancellationToken)).Where(alarm => alarm.Kind is AlarmKind.Incomplete or AlarmKind.Undelivered).ToList();
            return late.Count > 0
                ? HealthCheckResult.Unhealthy(
                    $"{late.Count} edition(s) are late or have not reached everybody, first: {CertaintyWords.English.Sentence(late[0])} "
                    + "See the page This week.")
                : HealthCheckResult.Healthy($"Every edition that was due is out; looked for {watch.SinceLastLook.TotalSeconds:0} s ago.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("It cannot be told while the ledger does not answer.");
        }
    }
}
