namespace MoroccoCT.Schedules;

/// <summary>Looks for schedules that a change of the library has broken, and says so in the log as soon as one is.</summary>
public sealed class BrokenSchedules(ScheduleList schedules, ILogger<BrokenSchedules> logger)
{
    private IReadOnlySet<string> known = new HashSet<string>();

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var broken = await schedules.BrokenAsync(cancellationToken);
        foreach (var schedule in broken.Where(schedule => !known.Contains(schedule.Name)))
        {
            logger.LogError(
                "Schedule {Schedule} is broken: its next edition cannot be made. {Problems}",
                schedule.Name, schedule.Problems.Select(problem => ScheduleProblemWords.English.Line(problem, field => field)));
        }

        known = broken.Select(schedule => schedule.Name).ToHashSet();
    }
}
