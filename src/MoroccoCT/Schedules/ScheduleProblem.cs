using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Schedules;

/// <summary>One thing wrong with a schedule. Each door has its own words for it.</summary>
/// <param name="Field">Member of <see cref="ScheduleDefinition"/> as JSON writes it, such as <c>timeZone</c> or <c>order.title</c>; <c>name</c>.</param>
/// <param name="Arguments">What a sentence about it names, as <see cref="ScheduleFault"/> says. What was given is made safe to be quoted.</param>
public sealed record ScheduleProblem(string Field, ScheduleFault Fault, params string[] Arguments)
{
    private const string OfOrder = "order.";

    /// <summary>What is wrong with the order or a text; null for everything else.</summary>
    public OrderProblem? Order { get; private init; }

    public static ScheduleProblem Of(OrderProblem problem) => new($"{OfOrder}{problem.Field}", ScheduleFault.Order) { Order = problem };

    /// <summary>What is wrong with a text of the schedule itself.</summary>
    public static ScheduleProblem OfText(OrderProblem problem) => new(problem.Field, ScheduleFault.Order) { Order = problem };

    /// <summary>For the log.</summary>
    public override string ToString() => Order is null ? $"{Field}: {Fault} ({string.Join(", ", Arguments)})" : $"{OfOrder}{Order}";
}

/// <summary>What can be wrong, each with what is told of it.</summary>
public enum ScheduleFault
{
    /// <summary>The order, or a text: see <see cref="ScheduleProblem.Order"/>.</summary>
    Order,

    /// <summary>What was given cannot be a name.</summary>
    Name,

    /// <summary>Another schedule has or had the name: the name.</summary>
    NameTaken,

    /// <summary>What was given cannot be a series.</summary>
    Series,

    /// <summary>Another schedule gives such numbers: the series, that schedule.</summary>
    SeriesTaken,

    /// <summary>What was given is no cron expression.</summary>
    Cron,

    /// <summary>What was given is no time zone.</summary>
    TimeZone,

    /// <summary>It ends before it begins: first and last day.</summary>
    LastBeforeFirst,

    /// <summary>No edition is ever due between first and last day, holidays apart.</summary>
    NeverDue,

    /// <summary>Holidays allowed.</summary>
    TooManyHolidays,

    /// <summary>What was given cannot be a number of minutes before an edition's time: it, the most there can be.</summary>
    ReleaseAhead,

    /// <summary>A recipient is to get a language in which no edition is made: the recipient, the language.</summary>
    RecipientLanguage,

    /// <summary>What was given cannot be a desk's name.</summary>
    KeeperDesk,

    /// <summary>What was given is not one plain mail address.</summary>
    KeeperMail,

    /// <summary>The address is somebody's who is known here: the address.</summary>
    KeeperPerson,

    /// <summary>The settings do not say that mail may go there: the address.</summary>
    KeeperDomain,

    /// <summary>The settings name no such webhook: what was given.</summary>
    KeeperWebhook,
}

/// <summary>The schedule cannot be as it was asked for; nothing was changed.</summary>
public sealed class ScheduleRejectedException(params IReadOnlyList<ScheduleProblem> problems) : Exception(string.Join("; ", problems))
{
    public IReadOnlyList<ScheduleProblem> Problems { get; } = problems;
}
