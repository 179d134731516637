using System.Globalization;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Pages;

/// <summary>The form of a schedule as the browser sends it: the order that repeats, and when.</summary>
public sealed record ScheduleForm
{
    public OrderForm Order { get; init; } = new();

    /// <summary>Of a new schedule; one that exists keeps its name.</summary>
    public string? Name { get; init; }

    /// <summary>Of the schedule that is changed, as it was looked at.</summary>
    public int Revision { get; init; }

    public ScheduleWhen When { get; init; } = ScheduleWhen.Days;

    /// <summary>Monday first where the form is new.</summary>
    public DayOfWeek[] Days { get; init; } = [];

    /// <summary>Hours and minutes, such as <c>07:00</c>.</summary>
    public string? Time { get; init; }

    public string? Cron { get; init; }

    public string? TimeZone { get; init; }

    public string? Series { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public OnHoliday OnHoliday { get; init; } = OnHoliday.Skip;

    public Misfire Misfire { get; init; } = Misfire.Once;

    public Standing Standing { get; init; } = Standing.Summary;

    /// <summary>Whether each edition waits for somebody to release it.</summary>
    public bool NeedsRelease { get; init; }

    /// <summary>Minutes before its time at which one that waits is made, as they were typed.</summary>
    public string? ReleaseAhead { get; init; }

    /// <summary>To whom each edition goes, one on each line.</summary>
    public string? DeliverTo { get; init; }

    public KeeperForm Keeper { get; init; } = new();

    /// <summary>Holidays that are kept, one on each line as <c>2026-12-25 Christmas</c>.</summary>
    public string? Holidays { get; init; }

    /// <summary>Whether the holidays that were kept are dropped.</summary>
    public bool ForgetHolidays { get; init; }

    /// <summary>The days that stand in the form.</summary>
    public IReadOnlyList<Holiday> KeptHolidays =>
        ForgetHolidays ? [] : [.. (Holidays ?? "").Split('\n', StringSplitOptions.TrimEntries).Select(Read).OfType<Holiday>()];

    public static ScheduleForm Of(Schedule schedule)
    {
        var definition = schedule.Definition;
        var plain = PlainTime.Of(definition.Cron);
        return new()
        {
            Order = OrderForm.Of(definition.Order) with { AlsoIn = [.. definition.AlsoIn] },
            Name = schedule.Name,
            Revision = schedule.Revision ?? 0,
            When = plain is null ? ScheduleWhen.Cron : plain.Days.Count == 0 ? ScheduleWhen.LastDay : ScheduleWhen.Days,
            Days = [.. plain?.Days ?? []],
            Time = plain?.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
            Cron = definition.Cron,
            TimeZone = definition.TimeZone,
            Series = definition.Series,
            First = definition.First,
            Last = definition.Last,
            OnHoliday = definition.OnHoliday,
            Misfire = definition.Misfire,
            Standing = definition.Standing,
            NeedsRelease = definition.ReleaseAhead is not null,
            ReleaseAhead = definition.ReleaseAhead?.ToString(CultureInfo.InvariantCulture),
            Keeper = KeeperForm.Of(definition.Keeper),
            Holidays = Write(definition.Holidays),
        };
    }

    public ScheduleDefinition ToDefinition(ContentLibrary library) => new()
    {
        Order = Order.ToOrder(library),
        AlsoIn = [.. Order.Languages.Skip(1)],
        Cron = CronOf(),
        TimeZone = TimeZone?.Trim() ?? "",
        Series = Series?.Trim() ?? "",
        First = First,
        Last = Last,
        Holidays = KeptHolidays,
        OnHoliday = OnHoliday,
        Misfire = Misfire,
        Standing = Standing,
        ReleaseAhead = NeedsRelease ? Minutes(ReleaseAhead) : null,
        Keeper = Keeper.ToKeeper(),
    };

    /// <summary>What is no number is none that a schedule could have, and is told as such.</summary>
    private static int Minutes(string? typed) => string.IsNullOrWhiteSpace(typed) ? 0
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes
        : -1;

    public static string Write(IEnumerable<Holiday> holidays) => string.Join(
        '\n', holidays.Select(holiday => $"{holiday.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {holiday.Name}".Trim()));

    /// <summary>Whether days or a time are missing that the plain choice needs.</summary>
    internal bool LacksDays => When == ScheduleWhen.Days && Days.Length == 0;

    internal bool LacksTime => When != ScheduleWhen.Cron && PlainTimeOfDay is null;

    private TimeOnly? PlainTimeOfDay =>
        TimeOnly.TryParseExact(Time?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private string CronOf() => When == ScheduleWhen.Cron
        ? Cron?.Trim() ?? ""
        : PlainTimeOfDay is { } time ? new PlainTime(When == ScheduleWhen.LastDay ? [] : Days, time).Cron : "";

    private static Holiday? Read(string line) =>
        DateOnly.TryParseExact(line.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(date, line.Length > 11 ? line[11..] : "")
            : null;
}

/// <summary>How somebody says when an edition is due.</summary>
public enum ScheduleWhen
{
    Days,
    LastDay,
    Cron,
}
