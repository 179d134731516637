using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Certainty;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Health;

/// <summary>Tells of schedules whose next edition could not be made as the library is now, or of whose trouble nobody would hear.</summary>
internal sealed class SchedulesCheck(ScheduleList schedules, Keepers keepers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await schedules.BrokenAsync(cancellationToken) is { Count: > 0 } broken)
        {
            return HealthCheckResult.Degraded(
                $"{broken.Count} schedule(s) cannot make their next edition, first {broken[0].Name}: "
                + $"{ScheduleProblemWords.English.Line(broken[0].Problems[0], field => field)} Change what the schedule covers, or mend the library.");
        }

        return await keepers.UnreachedAsync(cancellationToken) is { Count: > 0 } unreached
            ? HealthCheckResult.Degraded(
                $"{unreached.Count} schedule(s) have a keeper whom no notice reaches, first {unreached[0].Name}. "
                + "Give somebody of its desk and role an address, or name a mailbox or webhook as its keeper.")
            : HealthCheckResult.Healthy("Every schedule can make its next edition.");
    }
}
