using MoroccoCT.Briefings.Library;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Faults;
using MoroccoCT.Language;
using MoroccoCT.Library.Developments;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Language;

/// <summary>Every word the pages show, in one of the languages of the interface. Each call has those of whoever makes it.</summary>
public sealed class Words(Texts texts)
{
    public static Words English { get; } = new(Texts.English);

    /// <summary>One for each language that the interface speaks.</summary>
    public static IReadOnlyList<Words> All { get; } = [.. Texts.All.Select(texts => texts == Texts.English ? English : new Words(texts))];

    /// <summary>Language tag of the pages.</summary>
    public string Language => texts.Tag;

    /// <summary>Reading direction as HTML writes it: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => texts.Direction;

    /// <summary>What is wrong with an order.</summary>
    public ProblemWords Problem { get; } = new(texts);

    /// <summary>What is wrong with an account.</summary>
    public PersonWords PersonProblem { get; } = new(texts);

    /// <summary>What each kind of fault is called, and what to do.</summary>
    public FaultWords Fault { get; } = new(texts);

    public SiteWords Site { get; } = new(texts);

    public OrderWords Order { get; } = new(texts);

    public FindingWords Finding { get; } = new(texts);

    public HandingOnWords HandingOn { get; } = new(texts);

    public PreviewWords Preview { get; } = new(texts);

    public ChoosingWords Choosing { get; } = new(texts);

    public SetWords Set { get; } = new(texts);

    public RequestWords Request { get; } = new(texts);

    /// <summary>How long requests are kept, and what holds them.</summary>
    public KeepingWords Keeping { get; } = new(texts);

    public ScheduleWords Schedule { get; } = new(texts);

    public EditionWords Edition { get; } = new(texts);

    /// <summary>What is wrong with a schedule.</summary>
    public ScheduleProblemWords ScheduleProblem { get; } = new(texts);

    public DevelopmentWords Development { get; } = new(texts);

    /// <summary>What is wrong with a development.</summary>
    public DevelopmentProblemWords DevelopmentProblem { get; } = new(texts);

    public PeopleWords People { get; } = new(texts);

    public CheckWords Check { get; } = new(texts);

    public AuditWords Audit { get; } = new(texts);

    /// <summary>Sending briefings, on pages and in mails.</summary>
    public DeliveryWords Delivery { get; } = new(texts);

    /// <summary>Where editions stand and what is to be done, on pages and in notices.</summary>
    public CertaintyWords Certainty { get; } = new(texts);

    public DocsWords Docs { get; } = new(texts);

    public StatusWords Status { get; } = new(texts);

    private CalendarWords Calendar { get; } = new(texts);

    /// <returns>Null for a language that the interface does not speak.</returns>
    public static Words? Find(string? language) => All.FirstOrDefault(words => words.Language == language);

    public string Day(DateOnly date) => Calendar.Day(date);

    /// <summary>As exactly as it is known.</summary>
    public string Day(PartialDate date) => Calendar.Day(date);

    public string Time(DateTimeOffset local) => Calendar.Time(local);

    public string WeekdayTime(DateTimeOffset local) => Calendar.WeekdayTime(local);

    public string Weekday(DayOfWeek day) => Calendar.Weekday(day);

    /// <summary>A document's language in that language, so that its readers find it.</summary>
    public string LanguageName(string tag) => Find(tag)?.Site.LanguageName ?? tag;

    /// <summary>A file size for people.</summary>
    /// <param name="bytes">Size in bytes.</param>
    public string Size(long bytes) => bytes < 1_000_000
        ? texts.Fill("Unit.Kilobytes", ("size", texts.Number(Math.Max(1, bytes / 1000))))
        : texts.Fill("Unit.Megabytes", ("size", texts.Number(bytes / 1_000_000.0)));

    public string Pages(int count) => texts.Count("Unit.Pages", count);

    /// <summary>A number, such as of seconds or pages.</summary>
    public string Number(double value) => texts.Number(value);

    /// <summary>Between a thing and what is said of it.</summary>
    public string Colon => texts["Unit.Colon"];

    public string List(IEnumerable<string> items) => texts.List(items);

    /// <summary>For items that may hold commas themselves.</summary>
    public string LongList(IEnumerable<string> items) => texts.LongList(items);
}
