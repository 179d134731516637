namespace MoroccoCT.Schedules;

/// <param name="Name">As the calendar calls it; may be empty.</param>
public sealed record Holiday(DateOnly Date, string Name = "");
