namespace MoroccoCT.Schedules;

/// <summary>The schedules there are. Today they stand in the settings.</summary>
public sealed class ScheduleBook(IReadOnlyList<Schedule> schedules)
{
    public IReadOnlyList<Schedule> All { get; } = schedules;

    /// <exception cref="UnknownScheduleException">Lists the names there are.</exception>
    public Schedule Get(string name) => All.FirstOrDefault(schedule => schedule.Name == name)
        ?? throw new UnknownScheduleException(name, All.Select(schedule => schedule.Name));
}
