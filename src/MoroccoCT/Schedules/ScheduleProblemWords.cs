using System.Globalization;
using MoroccoCT.Language;

namespace MoroccoCT.Schedules;

/// <summary>What is wrong with a schedule, and what would be right: the same sentences at every door.</summary>
public sealed class ScheduleProblemWords(Texts texts) : WordGroup(texts, "ScheduleProblem")
{
    private readonly ProblemWords order = new(texts);

    /// <summary>For programs, the command line and the log.</summary>
    public static ScheduleProblemWords English { get; } = new(Texts.English);

    /// <summary>For a place beside the field, or for all fields together.</summary>
    /// <param name="name">What the reader calls a field of the order, quoted as it shall stand in a sentence.</param>
    public string Sentence(ScheduleProblem problem, Func<string, string> name) =>
        problem.Order is { } ofOrder ? order.Sentence(ofOrder, name) : Of(problem);

    /// <summary>For a line of its own: the name of the field, then the sentence.</summary>
    /// <param name="name">What the reader calls a field.</param>
    public string Line(ScheduleProblem problem, Func<string, string> name) =>
        problem.Order is { } ofOrder ? order.Line(ofOrder, _ => name(problem.Field)) : $"{name(problem.Field)}: {Of(problem)}";

    private string Of(ScheduleProblem problem) => (problem.Fault, problem.Arguments) switch
    {
        (ScheduleFault.Name or ScheduleFault.NameTaken or ScheduleFault.Series or ScheduleFault.Cron or ScheduleFault.TimeZone
            or ScheduleFault.KeeperDesk or ScheduleFault.KeeperMail or ScheduleFault.KeeperPerson or ScheduleFault.KeeperDomain
            or ScheduleFault.KeeperWebhook, [var given]) =>
            Text($"{problem.Fault}", ("given", given)),
        (ScheduleFault.SeriesTaken, [var series, var schedule]) => Text("SeriesTaken", ("series", series), ("schedule", schedule)),
        (ScheduleFault.LastBeforeFirst, [var first, var last]) => Text("LastBeforeFirst", ("first", first), ("last", last)),
        (ScheduleFault.RecipientLanguage, [var recipient, var language]) =>
            Text("RecipientLanguage", ("recipient", recipient), ("language", language)),
        (ScheduleFault.ReleaseAhead, [var given, var most]) => Text("ReleaseAhead", ("given", given), ("most", most)),
        (ScheduleFault.NeverDue, _) => Text("NeverDue"),
        (ScheduleFault.TooManyHolidays, [var most]) => Counted(int.Parse(most, CultureInfo.InvariantCulture), "TooManyHolidays"),
        _ => throw new InvalidOperationException($"There are no words for {problem}."),
    };
}
