using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;

namespace MoroccoCT.Faults;

/// <summary>How a door speaks of faults.</summary>
/// <param name="Say">Its sentence about one problem of an order.</param>
/// <param name="WhereToLook">Where the cause of a fault is found that says nothing of itself.</param>
/// <param name="TellsCause">Whether who asked may see what an unforeseen exception says: whoever runs the program, and nobody else.</param>
public sealed record Manner(FaultWords Words, Func<OrderProblem, string> Say, string WhereToLook, bool TellsCause = false)
{
    /// <summary>Kept with a request, for its page and the API.</summary>
    public static Manner OfRequests { get; } = Named(FaultWords.English.LogByNumber);

    public static Manner OfApi { get; } = Named(FaultWords.English.LogByTrace);

    public static Manner OfCommands { get; } = new(
        FaultWords.English, problem => FaultWords.English.Problem.Line(problem, FieldNames.AsOption), FaultWords.English.LogOfCommand, TellsCause: true);

    private static Manner Named(string whereToLook) =>
        new(FaultWords.English, problem => FaultWords.English.Problem.Sentence(problem, FieldNames.InJson), whereToLook);
}
