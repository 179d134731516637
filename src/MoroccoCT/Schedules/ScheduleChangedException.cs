namespace MoroccoCT.Schedules;

/// <summary>Somebody changed the schedule since it was looked at; nothing was changed now.</summary>
public sealed class ScheduleChangedException(string name)
    : Exception($"The schedule '{name}' was changed meanwhile. Look at it as it is now, and change that.");
