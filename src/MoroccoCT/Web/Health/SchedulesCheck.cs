using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Health;

/// <summary>Tells of schedules whose next edition could not be made as the library is now. Everything else goes on.</summary>
internal sealed class SchedulesCheck(ScheduleList schedules) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await schedules.BrokenAsync(cancellationToken) is { Count: > 0 } broken
            ? HealthCheckResult.Degraded(
                $"{broken.Count} schedule(s) cannot make their next edition, first {broken[0].Name}: "
                + $"{ScheduleProblemWords.English.Line(broken[0].Problems[0], field => field)} Change what the schedule covers, or mend the library.")
            : HealthCheckResult.Healthy("Every schedule can make its next edition.");
}
