namespace MoroccoCT.Schedules;

/// <summary>No schedule has that name, or none that can be changed here.</summary>
public sealed class UnknownScheduleException : Exception
{
    public UnknownScheduleException(string name, IEnumerable<string> valid)
        : base($"Unknown schedule '{name}'. Valid: {(string.Join(", ", valid) is { Length: > 0 } names ? names : "there is none")}.")
    {
    }

    private UnknownScheduleException(string message)
        : base(message)
    {
    }

    internal static UnknownScheduleException ToChange(string name) =>
        new($"There is no schedule '{name}' to be changed here. One of the settings is changed there.");
}
