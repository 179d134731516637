using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Api;

/// <summary>A schedule as it is sent: what one shows of itself can be sent as the next.</summary>
public record ScheduleInput
{
    /// <summary>What each edition covers.</summary>
    [Required]
    public OrderBody Order { get; init; } = new();

    /// <summary>More languages of the same edition: one number, and a document in each.</summary>
    [AllowNull]
    public string[] AlsoIn { get; init => field = value ?? []; } = [];

    /// <summary>Five-field cron expression, read in <c>timeZone</c>: <c>0 7 * * 1</c> is Mondays at seven.</summary>
    [Required]
    public string Cron { get; init; } = "";

    /// <summary>Name in the tz database, such as <c>Africa/Casablanca</c>.</summary>
    [Required]
    public string TimeZone { get; init; } = "";

    /// <summary>One to four capitals in the number of its editions, other than any other schedule's.</summary>
    [Required]
    public string Series { get; init; } = "";

    /// <summary>The first day on which an edition may be due.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last such day.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Days on which no edition is due.</summary>
    [AllowNull]
    public HolidayBody[] Holidays { get; init => field = value ?? []; } = [];

    /// <summary>What becomes of an edition that would be due on a holiday.</summary>
    public OnHoliday OnHoliday { get; init; } = OnHoliday.Skip;

    /// <summary>What becomes of an edition that fell due while nothing ran.</summary>
    public Misfire Misfire { get; init; } = Misfire.Once;

    /// <summary>How much of the standing sections follows the news.</summary>
    public Standing Standing { get; init; } = Standing.Summary;

    /// <summary>Minutes before its time, 10080 at most, at which an edition is made, to be released by a person; null where none has to be.</summary>
    public int? ReleaseAhead { get; init; }

    /// <summary>To whom each edition is sent once it is finished; at most 50.</summary>
    [AllowNull]
    public EditionRecipientBody[] DeliverTo { get; init => field = value ?? []; } = [];

    /// <summary>Who is told when something goes wrong; the editors of the schedule's own desk where it is left out.</summary>
    [AllowNull]
    public KeeperBody Keeper { get; init => field = value ?? new(); } = new();

    internal ScheduleDefinition ToDefinition() => new()
    {
        Order = Order.ToOrder(),
        AlsoIn = AlsoIn,
        Cron = Cron.Trim(),
        TimeZone = TimeZone.Trim(),
        Series = Series.Trim(),
        First = First,
        Last = Last,
        Holidays = [.. Holidays.OfType<HolidayBody>().Select(holiday => new Holiday(holiday.Date, holiday.Name ?? ""))],
        OnHoliday = OnHoliday,
        Misfire = Misfire,
        Standing = Standing,
        ReleaseAhead = ReleaseAhead,
        Keeper = Keeper.ToKeeper(),
    };
}

/// <summary>A new schedule.</summary>
public sealed record NewScheduleInput : ScheduleInput
{
    /// <summary>Small letters, digits and hyphens, beginning with a letter; at most 40. It is not given again.</summary>
    [Required]
    public string Name { get; init; } = "";
}

/// <summary>A schedule with its changes.</summary>
public sealed record ChangedScheduleInput : ScheduleInput
{
    /// <summary>Of the schedule that was looked at: when somebody changed it since, nothing is changed.</summary>
    [Required]
    public int Revision { get; init; }
}

/// <summary>A day on which no edition is due.</summary>
public sealed record HolidayBody
{
    /// <summary>On the calendar of the schedule's time zone.</summary>
    [Required]
    public DateOnly Date { get; init; }

    /// <summary>As people call it.</summary>
    public string? Name { get; init; }
}
