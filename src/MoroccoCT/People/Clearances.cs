using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.People;

/// <summary>Clearances as people write them: the label of the highest marking, with or without its first part.</summary>
public static class Clearances
{
    private const string First = "TLP:";

    /// <summary>Nobody orders what he could not look at afterwards.</summary>
    /// <param name="marking">Of what would be made.</param>
    /// <exception cref="OrderRejectedException">It is above the clearance.</exception>
    public static void Demand(Marking marking, Viewer viewer)
    {
        if (marking.Level > viewer.Clearance)
            throw new OrderRejectedException([new("marking", OrderFault.AboveClearance, marking.Label, Marking.All[viewer.Clearance].Label)]);
    }

    /// <exception cref="PersonRejectedException">It is none; names those there are.</exception>
    public static Marking Of(string text) =>
        Marking.All.FirstOrDefault(marking => marking.Label.Equals(text, StringComparison.OrdinalIgnoreCase)
            || marking.Label.Equals(First + text, StringComparison.OrdinalIgnoreCase))
        ?? throw new PersonRejectedException(
            new PersonProblem("clearance", PersonFault.Unknown, [PlainLine.Shown(text), .. Marking.All.Select(marking => marking.Label)]));
}
