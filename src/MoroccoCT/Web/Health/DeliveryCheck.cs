using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Delivery;

namespace MoroccoCT.Web.Health;

/// <summary>Tells of deliveries that failed or that nobody sends. Briefings can be made all the same: a warning is the most there is.</summary>
internal sealed class DeliveryCheck(Deliveries deliveries, TimeProvider time) : IHealthCheck
{
    /// <summary>For so long a failure is told of.</summary>
    private static readonly TimeSpan told = TimeSpan.FromDays(1);

    /// <summary>What waits for longer after its time is not being sent.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!deliveries.IsOn)
            return HealthCheckResult.Healthy("Nothing is set up to be sent to.");
        try
        {
            var now = time.GetUtcNow();
            return await deliveries.TroubleAsync(now - told, now - patience, cancellationToken) is { } trouble
                ? HealthCheckResult.Degraded(Words(trouble))
                : HealthCheckResult.Healthy("Nothing failed within a day, and nothing is overdue.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("It cannot be told while the ledger does not answer.");
        }
    }

    private static string Words(DeliveryTrouble trouble) => string.Join(' ', new[]
    {
        trouble.Failed > 0
            ? $"{trouble.Failed} deliver{(trouble.Failed == 1 ? "y" : "ies")} of the last day failed or may not have arrived, "
                + $"the last one: {trouble.LastAnswer} See the pages of the requests."
            : "",
        trouble.Overdue > 0 ? $"{trouble.Overdue} should have been tried by now. Does a service or worker run, and what says its log?" : "",
    }.Where(words => words.Length > 0));
}
