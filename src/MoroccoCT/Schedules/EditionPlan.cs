using System.Globalization;
using MoroccoCT.Briefings.Composition;

namespace MoroccoCT.Schedules;

/// <summary>What the edition due at one moment is. It follows from the schedule alone, so every process plans the same.</summary>
/// <param name="Key">Unique in the ledger.</param>
/// <param name="Number">Year and ISO week of the issue date; a second edition in that week ends in <c>-2</c>.</param>
/// <param name="Period">From the day of the edition before to the day before this one.</param>
internal sealed record EditionPlan(string Key, string Number, DateOnly IssueDate, Period Period)
{
    public static EditionPlan Of(Schedule schedule, DateTimeOffset due)
    {
        var date = schedule.Times.Date(due);
        return new(
            EditionKey.Of(schedule.Name, due),
            Numbered(schedule, due, date),
            date,
            Covered(schedule, due, date));
    }

    /// <summary>How many editions the schedule has in the week of a moment.</summary>
    public static int PlannedInWeek(Schedule schedule, DateTimeOffset moment)
    {
        var week = Week(schedule.Times.Date(moment));
        var around = schedule.Times.After(moment.AddDays(-8)).TakeWhile(due => due < moment.AddDays(8));
        return around.Count(due => Week(schedule.Times.Date(due)) == week);
    }

    private static string Numbered(Schedule schedule, DateTimeOffset due, DateOnly date)
    {
        var place = 1;
        for (var earlier = Before(schedule, due); Week(schedule.Times.Date(earlier)) == Week(date); earlier = Before(schedule, earlier))
            place++;
        var (year, week) = Week(date);
        var number = string.Create(CultureInfo.InvariantCulture, $"MCT-{schedule.Definition.Series}-{year:D4}-{week:D2}");
        return place == 1 ? number : string.Create(CultureInfo.InvariantCulture, $"{number}-{place}");
    }

    private static Period Covered(Schedule schedule, DateTimeOffset due, DateOnly date)
    {
        var from = schedule.Times.Date(Before(schedule, due));
        var to = date.AddDays(-1);

        // A second edition on one day covers that day.
        return new(from, from > to ? from : to);
    }

    private static DateTimeOffset Before(Schedule schedule, DateTimeOffset due) => schedule.Times.Before(due);

    private static (int Year, int Week) Week(DateOnly date) => (ISOWeek.GetYear(date.ToDateTime(default)), ISOWeek.GetWeekOfYear(date.ToDateTime(default)));
}
