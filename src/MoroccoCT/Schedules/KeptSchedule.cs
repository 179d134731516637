namespace MoroccoCT.Schedules;

/// <summary>A schedule of the ledger: one row. One that was ended keeps its row, so that neither its name nor its series is given again.</summary>
public sealed record KeptSchedule
{
    public required string Name { get; init; }

    /// <summary>Counts the changes of the row, so that of two who change it at once one succeeds.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Of the definition, apart from it: no two schedules have the same.</summary>
    public required string Series { get; init; }

    public required ScheduleDefinition Definition { get; init; }

    public required string Desk { get; init; }

    public bool IsPaused { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
