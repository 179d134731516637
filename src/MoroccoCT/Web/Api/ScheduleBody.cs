using MoroccoCT.Briefings.Editions;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Api;

/// <summary>A briefing that is made at fixed times.</summary>
/// <param name="Revision">Counts the changes; null for a schedule of the service's settings, which is changed there.</param>
/// <param name="Order">What each edition covers.</param>
/// <param name="AlsoIn">More languages of the same edition.</param>
/// <param name="Cron">Five-field cron expression, read in <c>timeZone</c>.</param>
/// <param name="TimeZone">Name in the tz database.</param>
/// <param name="Series">Capitals in the number of its editions.</param>
/// <param name="First">The first day on which an edition may be due; null for any.</param>
/// <param name="Last">The last such day; null where there is none.</param>
/// <param name="OnHoliday">What becomes of an edition that would be due on a holiday.</param>
/// <param name="Misfire">What becomes of an edition that fell due while nothing ran.</param>
/// <param name="Standing">How much of the standing sections follows the news.</param>
/// <param name="ReleaseAhead">Minutes before its time at which an edition is made, to be released by a person; null where none has to be.</param>
/// <param name="DeliverTo">To whom each edition is sent once it is finished.</param>
/// <param name="Keeper">Who is told when something goes wrong.</param>
/// <param name="IsPaused">Whether nothing is made until it is resumed.</param>
/// <param name="Desk">Whose it is.</param>
/// <param name="Problems">Why its next edition could not be made as the library is now; empty when it could.</param>
/// <param name="Next">The next times it is due, soonest first.</param>
/// <param name="LastEdition">The newest edition in the first of its languages; null before the first.</param>
public sealed record ScheduleBody(
    string Name,
    int? Revision,
    OrderBody Order,
    IReadOnlyList<string> AlsoIn,
    string Cron,
    string TimeZone,
    string Series,
    DateOnly? First,
    DateOnly? Last,
    IReadOnlyList<HolidayBody> Holidays,
    OnHoliday OnHoliday,
    Misfire Misfire,
    Standing Standing,
    int? ReleaseAhead,
    IReadOnlyList<EditionRecipientBody> DeliverTo,
    KeeperBody Keeper,
    bool IsPaused,
    string Desk,
    IReadOnlyList<string> Problems,
    IReadOnlyList<DueBody> Next,
    RequestBody? LastEdition);

/// <param name="Local">In the schedule's zone, with its offset.</param>
/// <param name="Utc">The same moment in UTC.</param>
public sealed record DueBody(DateTimeOffset Local, DateTimeOffset Utc);

public sealed record ScheduleListBody(IReadOnlyList<ScheduleBody> Items);
