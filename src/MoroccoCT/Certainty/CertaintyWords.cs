using MoroccoCT.Delivery;
using MoroccoCT.Language;
using MoroccoCT.Schedules;

namespace MoroccoCT.Certainty;

/// <summary>Where editions stand, what is to be done, and what keepers are told: on pages, in notices and in the log.</summary>
public sealed class CertaintyWords(Texts texts) : WordGroup(texts, "Certainty")
{
    private readonly CalendarWords calendar = new(texts);

    /// <summary>For programs, the log and health.</summary>
    public static CertaintyWords English { get; } = new(Texts.English);

    public string Title => Text();

    public string Lead => Text();

    public string Earlier => Text();

    public string Later => Text();

    public string Present => Text();

    public string Weeks => Text();

    public string Nothing => Text();

    public string DueLabel => Text();

    public string RecipientsTitle => Text();

    public string NotBegun => Text();

    public string Late => Text();

    public string MakeNow => Text();

    public string MadeElsewhere => Text();

    public string CannotMake => Text();

    public string KeeperTitle => Text();

    public string KeeperLead => Text();

    public string KeeperDesk => Text();

    public string KeeperDeskHint => Text();

    public string KeeperRole => Text();

    public string KeeperMail => Text();

    public string KeeperMailHint => Text();

    public string KeeperWebhook => Text();

    public string Told => Text();

    public string Unreached => Text();

    public string NothingSent => Text();

    public string OverLine => Text();

    public string WhyYou => Text();

    public static CertaintyWords In(string? language) => new(Texts.Find(language) ?? Texts.English);

    public string Week(string from, string to) => Text(nameof(Week), ("from", from), ("to", to));

    public string OnlyFirst(int count) => Counted(count);

    public string State(EditionState state) => Text($"State.{state}");

    /// <summary>What to do about it; empty where there is nothing to do.</summary>
    public string Advice(EditionState state) =>
        state is EditionState.Completed or EditionState.Expected or EditionState.Making ? "" : Text($"Advice.{state}");

    /// <summary>As above.</summary>
    /// <param name="state">Null for somebody whose delivery was not begun.</param>
    public string Advice(DeliveryState? state) => state switch
    {
        null or DeliveryState.Queued or DeliveryState.Sending => Text("Advice.Waits"),
        DeliveryState.Failed or DeliveryState.GaveUp or DeliveryState.Uncertain => Text($"Advice.Delivery{state}"),
        _ => "",
    };

    /// <summary>Of the editions that were due.</summary>
    public string Out(int due, int completed) => Counted(due, nameof(Out), ("out", Texts.Number(completed)));

    public string ToCome(int count) => Counted(count);

    public string Wrong(int count) => Counted(count);

    public string Undelivered(int count) => Counted(count);

    /// <summary>People of another desk are not named.</summary>
    public string PeopleOf(int count, string desk) => Counted(count, nameof(PeopleOf), ("desk", desk));

    public string KeeperIs(string role, string desk) => Text(nameof(KeeperIs), ("role", role), ("desk", desk));

    /// <summary>What has not happened.</summary>
    /// <param name="alarm">Its time as it is to be shown.</param>
    public string Sentence(Alarm alarm) => alarm.Kind switch
    {
        AlarmKind.Incomplete => Text(
            "Sentence.Incomplete", ("number", alarm.Number ?? ""), ("schedule", alarm.Schedule), ("time", Time(alarm.Due)),
            ("state", State(Enum.TryParse<EditionState>(alarm.State, out var state) ? state : EditionState.Missing))),
        AlarmKind.Undelivered => Counted(
            alarm.Lacking, "Sentence.Undelivered", ("number", alarm.Number ?? ""), ("schedule", alarm.Schedule), ("time", Time(alarm.Due))),
        _ => Text("Sentence.Broken", ("schedule", alarm.Schedule)),
    };

    /// <summary>Of a mail. What is over says so first.</summary>
    public string Subject(Alarm alarm)
    {
        var kind = alarm.Kind == AlarmKind.Unknown ? AlarmKind.Broken : alarm.Kind;
        var subject = Text($"Subject.{kind}", ("number", alarm.Number ?? ""), ("schedule", alarm.Schedule));
        return alarm.EndedAt is null ? subject : Text("Subject.Over", ("subject", subject));
    }

    public string Where(string address) => Text(nameof(Where), ("address", address));

    /// <summary>The paragraphs of a notice. They hold nothing of a briefing: what is to be known of it stands behind the sign-in.</summary>
    internal IEnumerable<string> Lines(Alarm alarm, Schedule schedule, Uri service)
    {
        yield return Sentence(alarm with { Due = Local(alarm.Due, schedule) });
        if (alarm.EndedAt is not null)
            yield return OverLine;
        yield return Where($"{service.AbsoluteUri.TrimEnd('/')}/{Page(alarm)}");
        yield return WhyYou;
    }

    private static string Page(Alarm alarm) => alarm.Due is { } due ? $"this-week?day={due.UtcDateTime:yyyy-MM-dd}" : $"schedules/{alarm.Schedule}";

    private static DateTimeOffset? Local(DateTimeOffset? due, Schedule schedule) =>
        due is { } moment ? TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, schedule.Times.TimeZone) : null;

    private string Time(DateTimeOffset? due) => due is { } moment
        ? $"{calendar.WeekdayTime(moment)} ({(moment.Offset == TimeSpan.Zero ? "UTC" : $"UTC{moment:zzz}")})"
        : "";
}
