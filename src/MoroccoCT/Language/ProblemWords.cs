using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Language;

/// <summary>What is wrong with an order and what would be right: the same sentences at every door, which only names the fields in its own way.</summary>
public sealed record ProblemWords
{
    public static ProblemWords English { get; } = new();

    /// <summary>What a sentence is about that stands behind the name of its field.</summary>
    public string TheText { get; init; } = "The text";

    /// <summary>For a place beside the field, or for all fields together.</summary>
    /// <param name="name">What the reader calls a field, quoted as it shall stand in a sentence.</param>
    public string Sentence(OrderProblem problem, Func<string, string> name) => Of(problem, name(problem.Field));

    /// <summary>For a line of its own: the name of the field, then the sentence.</summary>
    /// <param name="name">What the reader calls a field.</param>
    public string Line(OrderProblem problem, Func<string, string> name) => $"{name(problem.Field)}: {Of(problem, TheText)}";

    private static string Of(OrderProblem problem, string subject) => (problem.Fault, problem.Arguments) switch
    {
        (OrderFault.NothingChosen, var sections) => $"No section is chosen. Choose at least one of: {List(sections)}.",
        (OrderFault.Unknown, [var given, .. var valid]) => $"Unknown {Kind(problem.Field)} '{given}'. Valid: {List(valid)}.",
        (OrderFault.TopicElsewhere, [var topic, var section]) =>
            $"Topic '{topic}' belongs to section '{section}', which is not chosen. Choose '{section}' too or leave the topic out.",
        (OrderFault.EmptySummary, []) => "A summary shows key points and dated events, and what is chosen has neither. Choose depth 'standard'.",
        (OrderFault.EmptySummary, var topics) => "A summary shows key points and dated events, and what is chosen has neither. Choose depth 'standard', "
            + $"or also take a topic that has some, such as {List(topics)}.",
        (OrderFault.MarkingTooLow, [var marking, var section, var lowest]) =>
            $"{marking} is lower than section '{section}' allows. Choose {lowest} or a stricter label.",
        (OrderFault.AboveClearance, [var marking, var highest]) =>
            $"{marking} is above your clearance: you may see briefings up to {highest}. Choose other sections or a lower label, or ask an administrator.",
        (OrderFault.Blank, _) => $"{subject} is empty. Write a text, or leave the setting out.",
        (OrderFault.TooLong, [var length, var allowed]) => $"{subject} has {length} characters; {allowed} are allowed.",
        (OrderFault.ControlCharacter, [var code]) => $"{subject} holds the control character {code}. Write it as one line of plain text.",
        (OrderFault.HalfCharacter, _) => $"{subject} holds half of a character (an unpaired surrogate). Write it as plain Unicode text.",
        (OrderFault.UnprintableCharacter, [_, var code, ""]) => $"{subject} holds the sign {code}, which prints nothing. Leave it out.",
        (OrderFault.UnprintableCharacter, [var character, var code, var nearest]) =>
            $"{subject} holds '{character}' ({code}), which the fonts cannot print. Write '{nearest}'.",
        (OrderFault.UnprintableCharacter, [var character, var code]) => $"{subject} holds '{character}' ({code}), which the fonts cannot print. "
            + "Use Latin, Arabic, Tifinagh, Greek, Cyrillic or Hebrew letters and the usual signs.",
        _ => throw new InvalidOperationException($"There are no words for {problem}."),
    };

    /// <summary>What one value of a field is.</summary>
    private static string Kind(string field) => field switch
    {
        "sections" => "section",
        "topics" => "topic",
        _ => field,
    };

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}
