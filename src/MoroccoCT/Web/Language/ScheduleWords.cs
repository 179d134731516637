namespace MoroccoCT.Web.Language;

/// <summary>The page of schedules and what other pages say about them.</summary>
public sealed record ScheduleWords
{
    public string Title { get; init; } = "Schedules";

    public string Lead { get; init; } = "Briefings that are made at fixed times. They stand in the service’s settings.";

    public string None { get; init; } = "No schedule is set. The operator can add one to the service’s settings.";

    public string Next { get; init; } = "Next editions";

    public string Utc { get; init; } = "UTC";

    public string Cron { get; init; } = "Cron expression";

    public string Zone { get; init; } = "Time zone";

    public string LastEdition { get; init; } = "Last edition";

    public string NoEdition { get; init; } = "none yet";

    public string Never { get; init; } = "No further date: the cron expression never comes due again.";

    public string DueIn(string zone) => $"Due ({zone})";

    public string NextRuns(string name) => $"The next editions of “{name}”";
}
