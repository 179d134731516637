using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>What is made, and when: all of a schedule that somebody decides.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>Without period: each edition has its own.</summary>
    public required BriefingOrder Order { get; init; }

    /// <summary>More languages of the same edition, besides that of the order.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>Five fields: minute, hour, day of the month, month, day of the week.</summary>
    public required string Cron { get; init; }

    /// <summary>Name in the tz database of the zone on whose clock the expression is read.</summary>
    public required string TimeZone { get; init; }

    /// <summary>One to four capitals in the number of its editions, other than any other schedule's: <c>W</c> in <c>MCT-W-2026-47</c>.</summary>
    public required string Series { get; init; }

    /// <summary>The first day on which an edition may be due; null for any.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last such day; null where there is none.</summary>
    public DateOnly? Last { get; init; }

    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    public OnHoliday OnHoliday { get; init; } = OnHoliday.Skip;

    public Misfire Misfire { get; init; } = Misfire.Once;

    /// <summary>To whom each edition is sent once it is finished, each in his language where the edition has it, else in the first.</summary>
    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>How much of the standing sections follows the news.</summary>
    public Standing Standing { get; init; } = Standing.Summary;

    /// <summary>
    /// How many minutes before an edition is due it is made, to be released by a person: it goes out at its time, or when it is released later. Null where
    /// none has to be.
    /// </summary>
    public int? ReleaseAhead { get; init; }

    internal TimeSpan Ahead => TimeSpan.FromMinutes(ReleaseAhead ?? 0);

    /// <summary>Who is told when an edition is late, a recipient has not got it, or the library has broken the schedule.</summary>
    public Keeper Keeper { get; init; } = new();

    /// <summary>The same order once in each language, the first one first.</summary>
    public IReadOnlyList<BriefingOrder> Orders() => [.. AlsoIn.Prepend(Order.Language).Distinct().Select(language => Order with { Language = language })];

    /// <exception cref="FormatException">The expression is none.</exception>
    /// <exception cref="TimeZoneNotFoundException">Nobody knows the zone.</exception>
    public ScheduleTimes Times() => new(new(Cron, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)), First, Last, Holidays, OnHoliday);
}
