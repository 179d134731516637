using MoroccoCT.Language;

namespace MoroccoCT.Web.Language;

/// <summary>
/// Every word the pages show, in one place. The defaults are English; another language is <c>new Words { … }</c> with each
/// member set, given to the pages in its stead.
/// </summary>
public sealed record Words
{
    public static Words English { get; } = new();

    /// <summary>Language tag of the pages.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Reading direction as HTML writes it: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; init; } = "ltr";

    /// <summary>What is wrong with an order.</summary>
    public ProblemWords Problem { get; init; } = ProblemWords.English;

    public SiteWords Site { get; init; } = new();

    public OrderWords Order { get; init; } = new();

    public RequestWords Request { get; init; } = new();

    public FindingWords Finding { get; init; } = new();

    public HandingOnWords HandingOn { get; init; } = new();

    public ScheduleWords Schedule { get; init; } = new();

    public PeopleWords People { get; init; } = new();

    public CheckWords Check { get; init; } = new();

    public AuditWords Audit { get; init; } = new();

    public DocsWords Docs { get; init; } = new();

    public StatusWords Status { get; init; } = new();

    public IReadOnlyList<string> Months { get; init; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public IReadOnlyList<string> Weekdays { get; init; } = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public string Day(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    public string Time(DateTimeOffset local) => $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local:HH:mm}";

    public string WeekdayTime(DateTimeOffset local) => $"{Weekdays[(int)local.DayOfWeek]}, {Time(local)}";

    /// <summary>A document's language in that language, so that its readers find it.</summary>
    public string LanguageName(string tag) => tag switch
    {
        "en" => "English",
        "fr" => "Français",
        "ar" => "العربية",
        _ => tag,
    };

    /// <summary>A file size for people.</summary>
    /// <param name="bytes">Size in bytes.</param>
    public string Size(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} kB" : $"{bytes / 1_000_000.0:0.0} MB";

    public string Pages(int count) => Counted.Pages(count);
}
