using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Web.Health;

/// <summary>Lets the real engine set a tiny document. The answer is kept for a while, so that being asked often costs nothing.</summary>
internal sealed class EngineCheck(EnginePool engines, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan kept = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim turn = new(1);
    private (HealthCheckResult Result, long At)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } known || time.GetElapsedTime(known.At) > kept)
                last = known = (Result(await engines.CheckAsync(cancellationToken)), time.GetTimestamp());
            return known.Result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static HealthCheckResult Result(EngineHealth health) => health.Status switch
    {
        EngineStatus.Healthy => HealthCheckResult.Healthy($"{health.EngineVersion} set a document in {health.Elapsed.TotalMilliseconds:0} ms."),
        EngineStatus.Busy => HealthCheckResult.Degraded("All engines are at work and the queue is full, so the check had no turn."),
        _ => HealthCheckResult.Unhealthy(health.Problem),
    };
}
