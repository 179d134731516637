using System.Globalization;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Language;

namespace MoroccoCT.Library.Developments;

/// <summary>What is wrong with a development, and what would be right: the same sentences at every door.</summary>
public sealed class DevelopmentProblemWords(Texts texts) : WordGroup(texts, "DevelopmentProblem")
{
    /// <summary>More that would be valid nobody reads.</summary>
    private const int MostValid = 12;

    /// <summary>For programs and the log.</summary>
    public static DevelopmentProblemWords English { get; } = new(Texts.English);

    /// <summary>For a place beside the field: with the line, where the field has several.</summary>
    public string Sentence(DevelopmentProblem problem) => problem.Line is { } line
        ? Text("OnLine", ("line", line.ToString(CultureInfo.InvariantCulture)), ("sentence", Of(problem)))
        : Of(problem);

    /// <summary>For a place where all fields are together.</summary>
    /// <param name="field">What the reader calls it.</param>
    public string Line(DevelopmentProblem problem, string field) => Text("InField", ("field", field), ("sentence", Sentence(problem)));

    private string Of(DevelopmentProblem problem) => (problem.Fault, problem.Arguments) switch
    {
        (DevelopmentFault.NoDay or DevelopmentFault.ToCome or DevelopmentFault.ControlCharacter or DevelopmentFault.NoDate or DevelopmentFault.NoId
            or DevelopmentFault.IdTaken or DevelopmentFault.UnknownAcronym, [var given]) => Text($"{problem.Fault}", ("given", given)),
        (DevelopmentFault.Unknown or DevelopmentFault.NoChoice or DevelopmentFault.UnknownSource, [var given, .. var valid]) =>
            Text($"{problem.Fault}", ("given", given), ("valid", Valid(valid))),
        (DevelopmentFault.UnknownPassage, [var source, var given, .. var valid]) =>
            Text("UnknownPassage", ("source", source), ("given", given), ("valid", Valid(valid))),
        (DevelopmentFault.TopicElsewhere, [var topic, var section]) => Text("TopicElsewhere", ("topic", topic), ("section", section)),
        (DevelopmentFault.MarkingTooLow, [var marking, var section, var lowest]) =>
            Text("MarkingTooLow", ("marking", marking), ("section", section), ("lowest", lowest)),
        (DevelopmentFault.AboveClearance, [var marking, var highest]) => Text("AboveClearance", ("marking", marking), ("highest", highest)),
        (DevelopmentFault.TooLong or DevelopmentFault.TooMany, [var given, var most]) => Text($"{problem.Fault}", ("given", given), ("most", most)),
        (DevelopmentFault.Text, [var what, var advice]) => Text("Text", ("what", what), ("advice", advice)),
        (DevelopmentFault.NoText or DevelopmentFault.HalfCharacter or DevelopmentFault.Missing or DevelopmentFault.NoSource, _) => Text($"{problem.Fault}"),
        _ => throw new InvalidOperationException($"There are no words for {problem}."),
    };

    private string Valid(IReadOnlyList<string> valid) => valid.Count switch
    {
        0 => Text("Nothing"),
        <= MostValid => string.Join(", ", valid),
        _ => $"{string.Join(", ", valid.Take(MostValid))}, …",
    };
}
