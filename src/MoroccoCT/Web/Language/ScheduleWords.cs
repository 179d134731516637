using System.Globalization;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Language;
using MoroccoCT.Schedules;

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

    public string New => Text();

    public string Every => Text();

    public string TakeChoice => Text();

    public string Paused => Text();

    public string Broken => Text();

    public string InSettings => Text();

    public string Facts => Text();

    public string Deeds => Text();

    public string RunNow => Text();

    public string RunNowHint => Text();

    public string Edit => Text();

    public string Pause => Text();

    public string Resume => Text();

    public string End => Text();

    public string EndMeaning => Text();

    public string EndForGood => Text();

    public string Editions => Text();

    public string Changes => Text();

    public string ChangedMeanwhile => Text();

    public string Choice => Text();

    public string ChangeChoice => Text();

    public string NameLabel => Text();

    public string NameHint => Text();

    public string WhenLabel => Text();

    public string OnDays => Text();

    public string OnLastDay => Text();

    public string TimeLabel => Text();

    public string ByCron => Text();

    public string CronHint => Text();

    public string ZoneHint => Text();

    public string SeriesLabel => Text();

    public string SeriesHint => Text();

    public string MoreHint => Text();

    public string FirstLabel => Text();

    public string LastLabel => Text();

    public string HolidaysLabel => Text();

    public string HolidaysHint => Text();

    public string HolidayFile => Text();

    public string ForgetHolidays => Text();

    public string MisfireLabel => Text();

    public string ShowDates => Text();

    public string Save => Text();

    public string NoDay => Text();

    public string NoTime => Text();

    public string NoCalendar => Text();

    public string HolidayCount(int count) => Counted(count);

    public string RecipientsLabel => Text();

    public string RecipientsHint => Text();

    public string NoSending => Text();

    public string StandingLabel => Text();

    public string StandingHint => Text();

    public string ReleaseLabel => Text();

    public string ReleaseAheadLabel => Text();

    public string ReleaseHint => Text();

    public string ReleasedAhead(int minutes) => Counted(minutes);

    public string Name(Standing standing) => Text($"Standing.{standing}");

    public string Name(OnHoliday onHoliday) => Text($"OnHoliday.{onHoliday}");

    public string Name(Misfire misfire) => Text($"Misfire.{misfire}");

    public string Deed(ScheduleDeed deed) => Text($"Deed.{deed}");

    /// <summary>What the form calls a member of the definition.</summary>
    public string Member(string field) => field switch
    {
        "order.sections" or "order.topics" or "order.language" or "order.title" or "order.preparedFor" or "order.paper" or "order.depth" or "order.marking"
            or "order.profile" or "alsoIn" or "cron" or "timeZone" or "series" or "first" or "last" or "holidays" or "onHoliday" or "misfire" or "recipients"
            or "standing" or "releaseAhead" or "keeper.desk" or "keeper.role" or "keeper.mail" or "keeper.webhook" =>
            Text($"Member.{field}"),
        _ => field,
    };

    /// <summary>A time as people say it.</summary>
    /// <param name="weekday">What a weekday is called.</param>
    public string At(PlainTime plain, Func<DayOfWeek, string> weekday)
    {
        var time = plain.Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return plain.Days.Count switch
        {
            0 => Text("AtLastDay", ("time", time)),
            7 => Text("AtEveryDay", ("time", time)),
            _ => Text("AtDays", ("days", Texts.List(plain.Days.Select(weekday))), ("time", time)),
        };
    }

    public string DueIn(string zone) => Text(nameof(DueIn), ("zone", zone));

    public string NextRuns(string name) => Text(nameof(NextRuns), ("name", name));
}
