namespace MoroccoCT.Schedules;

/// <summary>One change of a schedule of the ledger, as it was after it. Changes are only added.</summary>
public sealed record ScheduleChange
{
    /// <summary>The schedule's name.</summary>
    public required string Schedule { get; init; }

    /// <summary>The schedule's revision after the change; the first is 1.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who made it, by the name of that moment; null for whoever is alone with the service.</summary>
    public string? Who { get; init; }

    public Guid? PersonId { get; init; }

    public required ScheduleDeed What { get; init; }

    public required ScheduleDefinition Definition { get; init; }
}

public enum ScheduleDeed
{
    Made,
    Changed,
    Paused,
    Resumed,
    Ended,
}
