using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.People;

/// <summary>Clearances as people write them: the label of the highest marking, with or without its first part.</summary>
public static class Clearances
{
    private const string First = "TLP:";

    /// <exception cref="PersonRejectedException">It is none; names those there are.</exception>
    public static Marking Of(string text) =>
        Marking.All.FirstOrDefault(marking => marking.Label.Equals(text, StringComparison.OrdinalIgnoreCase)
            || marking.Label.Equals(First + text, StringComparison.OrdinalIgnoreCase))
        ?? throw new PersonRejectedException(
            new PersonProblem("clearance", PersonFault.Unknown, [PlainLine.Shown(text), .. Marking.All.Select(marking => marking.Label)]));
}
