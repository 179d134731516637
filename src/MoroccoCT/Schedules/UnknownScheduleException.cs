namespace MoroccoCT.Schedules;

/// <summary>No schedule has that name.</summary>
public sealed class UnknownScheduleException(string name, IEnumerable<string> valid)
    : Exception($"Unknown schedule '{name}'. Valid: {(string.Join(", ", valid) is { Length: > 0 } names ? names : "there is none")}.");
