using System.Globalization;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Language;

/// <summary>What is wrong with an order and what would be right: the same sentences at every door, which only names the fields in its own way.</summary>
public sealed class ProblemWords(Texts texts) : WordGroup(texts, "Problem")
{
    /// <summary>For programs, the command line and the log.</summary>
    public static ProblemWords English { get; } = new(Texts.English);

    /// <summary>What a sentence is about that stands behind the name of its field.</summary>
    public string TheText => Text();

    /// <summary>For a place beside the field, or for all fields together.</summary>
    /// <param name="name">What the reader calls a field, quoted as it shall stand in a sentence.</param>
    public string Sentence(OrderProblem problem, Func<string, string> name) => Of(problem, name(problem.Field));

    /// <summary>For a line of its own: the name of the field, then the sentence.</summary>
    /// <param name="name">What the reader calls a field.</param>
    public string Line(OrderProblem problem, Func<string, string> name) => $"{name(problem.Field)}: {Of(problem, TheText)}";

    private string Of(OrderProblem problem, string subject) => (problem.Fault, problem.Arguments) switch
    {
        (OrderFault.NothingChosen, var sections) => Text("NothingChosen", ("sections", Texts.List(sections))),
        (OrderFault.Unknown, [var given, .. var valid]) => Unknown(problem.Field, given, Texts.List(valid)),
        (OrderFault.TopicElsewhere, [var topic, var section]) => Text("TopicElsewhere", ("topic", topic), ("section", section)),
        (OrderFault.EmptySummary, []) => Text("EmptySummary"),
        (OrderFault.EmptySummary, var topics) => Text("EmptySummaryBut", ("topics", Texts.List(topics))),
        (OrderFault.MarkingTooLow, [var marking, var section, var lowest]) =>
            Text("MarkingTooLow", ("marking", marking), ("section", section), ("lowest", lowest)),
        (OrderFault.AboveClearance, [var marking, var highest]) => Text("AboveClearance", ("marking", marking), ("highest", highest)),
        (OrderFault.Blank, _) => Text("Blank", ("subject", subject)),
        (OrderFault.TooLong, [var length, var allowed]) => TooLong(subject, length, allowed),
        (OrderFault.ControlCharacter, [var code]) => Text("ControlCharacter", ("subject", subject), ("code", code)),
        (OrderFault.HalfCharacter, _) => Text("HalfCharacter", ("subject", subject)),
        (OrderFault.UnprintableCharacter, [_, var code, ""]) => Text("Invisible", ("subject", subject), ("code", code)),
        (OrderFault.UnprintableCharacter, [var character, var code, var nearest]) =>
            Text("UnprintableBut", ("subject", subject), ("character", character), ("code", code), ("nearest", nearest)),
        (OrderFault.UnprintableCharacter, [var character, var code]) =>
            Text("Unprintable", ("subject", subject), ("character", character), ("code", code)),
        _ => throw new InvalidOperationException($"There are no words for {problem}."),
    };

    private string Unknown(string field, string given, string valid) => field is "sections" or "topics" or "language" or "marking"
        ? Text($"Unknown.{field}", ("given", given), ("valid", valid))
        : Text("UnknownValue", ("field", field), ("given", given), ("valid", valid));

    private string TooLong(string subject, string length, string allowed) => Counted(
        int.Parse(allowed, CultureInfo.InvariantCulture), "TooLong", ("subject", subject), ("length", length));
}
