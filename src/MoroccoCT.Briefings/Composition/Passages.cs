using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Composition;

/// <summary>The passages of one source in one note: what the one before has said already is left out, as in "part A, first point; third point".</summary>
internal static partial class Passages
{
    public static IEnumerable<string> Shortened(IReadOnlyList<string> passages) =>
        passages.Select((passage, index) => index == 0 ? passage : After(passages[index - 1], passage));

    /// <summary>Whole steps only, such as part, point and sentence, and never the last of them.</summary>
    private static string After(string before, string passage)
    {
        var steps = Comma().Split(passage);
        var shared = Comma().Split(before).Zip(steps.SkipLast(1)).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared == 0 ? passage : string.Join(Comma().Match(passage).Value, steps[shared..]);
    }

    /// <summary>Of Latin or Arabic script.</summary>
    [GeneratedRegex("[,،] ")]
    private static partial Regex Comma();
}
