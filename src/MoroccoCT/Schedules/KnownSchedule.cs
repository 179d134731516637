namespace MoroccoCT.Schedules;

/// <summary>Since when a schedule has had its present timing: nothing that would have been due earlier is made up for.</summary>
internal sealed record KnownSchedule
{
    public required string Name { get; init; }

    public required string Cron { get; init; }

    public required string TimeZone { get; init; }

    public required DateTimeOffset Since { get; init; }
}
