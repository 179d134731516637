using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>The page of schedules and what other pages say about them.</summary>
public sealed class ScheduleWords(Texts texts) : WordGroup(texts, "Schedule")
{
    public string Title => Text();

    public string Lead => Text();

    public string None => Text();

    public string Next => Text();

    public string Utc => Text();

    public string Cron => Text();

    public string Zone => Text();

    public string LastEdition => Text();

    public string NoEdition => Text();

    public string Never => Text();

    public string DueIn(string zone) => Text(nameof(DueIn), ("zone", zone));

    public string NextRuns(string name) => Text(nameof(NextRuns), ("name", name));
}
