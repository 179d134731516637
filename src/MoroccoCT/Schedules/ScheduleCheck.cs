using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;

namespace MoroccoCT.Schedules;

/// <summary>What is wrong with a schedule: when it is written down, and ever after, for the library may change under it.</summary>
internal static partial class ScheduleCheck
{
    public const int MostHolidays = 1000;
    /// <summary>Minutes: a week.</summary>
    private const int MostAhead = 7 * 24 * 60;

    private const int HolidayNameLength = 120;

    public static IEnumerable<ScheduleProblem> OfName(string? name)
    {
        if (name is null || !Schedule.IsName(name))
            yield return new("name", ScheduleFault.Name, PlainLine.Shown(name));
    }

    /// <summary>All of the definition.</summary>
    public static IReadOnlyList<ScheduleProblem> Of(ScheduleDefinition definition, ContentLibrary library) =>
    [
        .. OfSeries(definition.Series), .. OfOrders(definition, library), .. OfTimes(definition), .. OfHolidays(definition.Holidays),
        .. OfRecipients(definition), .. OfRelease(definition.ReleaseAhead), .. OfKeeper(definition.Keeper),
    ];

    /// <summary>What the library has to do with: an order that could be made when it was written down need not be so for ever.</summary>
    public static IReadOnlyList<ScheduleProblem> OfOrders(ScheduleDefinition definition, ContentLibrary library)
    {
        var strange = definition.AlsoIn.Where(language => !library.Languages.Contains(language)).Distinct()
            .Select(language => ScheduleProblem.OfText(new("alsoIn", OrderFault.Unknown, [PlainLine.Shown(language), .. library.Languages])));
        var wrong = definition.Orders().Where((order, place) => place == 0 || library.Languages.Contains(order.Language))
            .SelectMany(order => OrderValidator.Check(order, library)).Distinct();
        return [.. wrong.Select(ScheduleProblem.Of), .. strange];
    }

    /// <summary>What its editions are marked with: the highest where nobody can tell.</summary>
    public static Marking MarkingOf(ScheduleDefinition definition, ContentLibrary library)
    {
        var sections = library.Sections(ContentLibrary.Original).Where(section => definition.Order.Sections.Contains(section.Id)).ToList();
        return definition.Order.Marking is { } label ? Marking.Find(label) ?? Marking.All[^1]
            : sections.Count == 0 ? Marking.All[^1]
            : Marking.Highest(sections.Select(section => section.Marking));
    }

    private static IEnumerable<ScheduleProblem> OfSeries(string? series)
    {
        if (series is null || !SeriesForm().IsMatch(series))
            yield return new("series", ScheduleFault.Series, PlainLine.Shown(series));
    }

    private static IEnumerable<ScheduleProblem> OfTimes(ScheduleDefinition definition)
    {
        List<ScheduleProblem> problems = [];
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(definition.TimeZone ?? "", out var zone) || !zone.HasIanaId)
            problems.Add(new("timeZone", ScheduleFault.TimeZone, PlainLine.Shown(definition.TimeZone)));
        if (!IsCron(definition.Cron))
            problems.Add(new("cron", ScheduleFault.Cron, PlainLine.Shown(definition.Cron)));
        if (definition is { First: { } first, Last: { } last } && last < first)
            problems.Add(new("last", ScheduleFault.LastBeforeFirst, Day(first), Day(last)));
        else if (problems.Count == 0 && IsNeverDue(definition))
            problems.Add(new("cron", ScheduleFault.NeverDue));
        return problems;
    }

    private static bool IsCron(string? cron)
    {
        try
        {
            _ = new ScheduleClock(cron ?? "", TimeZoneInfo.Utc);
            return true;
        }
        catch (CronFormatException)
        {
            return false;
        }
    }

    private static bool IsNeverDue(ScheduleDefinition definition)
    {
        var first = definition.First ?? DateOnly.FromDateTime(DateTime.UnixEpoch);

        // Two days before it is before it in every zone.
        return !definition.Times().After(new DateTimeOffset(first.ToDateTime(default), TimeSpan.Zero).AddDays(-2)).Any();
    }

    /// <summary>What a person wants to read is his own matter, and he gets the first language where there is no other.</summary>
    private static IEnumerable<ScheduleProblem> OfRecipients(ScheduleDefinition definition) =>
        from recipient in definition.Recipients
        where recipient is { Language: not null, PersonId: null } && !definition.Orders().Any(order => order.Language == recipient.Language)
        select new ScheduleProblem("recipients", ScheduleFault.RecipientLanguage, PlainLine.Shown(recipient.Address), PlainLine.Shown(recipient.Language));

    private static IEnumerable<ScheduleProblem> OfRelease(int? ahead) => ahead is < 0 or > MostAhead
        ? [new("releaseAhead", ScheduleFault.ReleaseAhead, Number(ahead.Value), Number(MostAhead))]
        : [];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether anything can be sent to it, <c>Certainty</c> looks at.</summary>
    private static IEnumerable<ScheduleProblem> OfKeeper(Keeper keeper)
    {
        if (keeper.Desk is { } desk && PersonName.ShownFault("desk", desk) is not null)
            yield return new("keeper.desk", ScheduleFault.KeeperDesk, PlainLine.Shown(desk));
        if (keeper.Mail is { } mail && MailAddress.Of(mail) != mail)
            yield return new("keeper.mail", ScheduleFault.KeeperMail, PlainLine.Shown(mail));
    }

    private static IEnumerable<ScheduleProblem> OfHolidays(IReadOnlyList<Holiday> holidays) => holidays.Count > MostHolidays
        ? [new("holidays", ScheduleFault.TooManyHolidays, MostHolidays.ToString(CultureInfo.InvariantCulture))]
        : holidays.SelectMany(holiday => PlainLine.Faults("holidays", holiday.Name, HolidayNameLength))
            .Where(problem => problem.Fault != OrderFault.UnprintableCharacter).Take(1).Select(ScheduleProblem.OfText);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Z]{1,4}\z")]
    private static partial Regex SeriesForm();
}
