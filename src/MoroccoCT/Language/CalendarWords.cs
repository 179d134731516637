using System.Globalization;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Language;

/// <summary>Days and times as people write them: Gregorian months by the names that are usual in Morocco, digits that both scripts read.</summary>
internal sealed class CalendarWords(Texts texts) : WordGroup(texts, "Calendar")
{
    public string Day(DateOnly date) => date.Day == 1
        ? Text("FirstDay", ("month", Month(date.Month)), ("year", Plain(date.Year)))
        : Text("Day", ("day", Plain(date.Day)), ("month", Month(date.Month)), ("year", Plain(date.Year)));

    /// <summary>As exactly as it is known.</summary>
    public string Day(PartialDate date) => date switch
    {
        { Day: not null } => Day(date.First),
        { Month: { } month } => Text("MonthYear", ("month", Month(month)), ("year", Plain(date.Year))),
        _ => Plain(date.Year),
    };

    public string Time(DateTimeOffset local) => Text(
        nameof(Time), ("day", Day(DateOnly.FromDateTime(local.DateTime))), ("hours", TwoDigits(local.Hour)), ("minutes", TwoDigits(local.Minute)));

    public string WeekdayTime(DateTimeOffset local) =>
        Text(nameof(WeekdayTime), ("weekday", Weekday(local.DayOfWeek)), ("time", Time(local)));

    public string Weekday(DayOfWeek day) => Text(string.Create(CultureInfo.InvariantCulture, $"Weekday.{(int)day}"));

    private string Month(int month) => Text(string.Create(CultureInfo.InvariantCulture, $"Month.{month}"));

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string TwoDigits(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
