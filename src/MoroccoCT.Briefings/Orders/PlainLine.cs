using System.Globalization;

namespace MoroccoCT.Briefings.Orders;

/// <summary>A free text for one line of a document. It also ends up in metadata, in file names, in logs and on a terminal.</summary>
public static class PlainLine
{
    private const int ShownLength = 60;

    /// <param name="field">Member of an order, or a setting.</param>
    /// <param name="length">Characters allowed.</param>
    /// <returns>What keeps the text from being printed.</returns>
    public static IEnumerable<OrderProblem> Faults(string field, string text, int length)
    {
        if (text.Length > length)
            yield return new(field, OrderFault.TooLong, Number(text.Length), Number(length));
        foreach (var control in text.Where(IsControl).Take(1))
            yield return new(field, OrderFault.ControlCharacter, Code(control));
        if (text.Where((c, i) => char.IsSurrogate(c) && !IsPaired(text, i)).Any())
            yield return new(field, OrderFault.HalfCharacter);
        else if (!text.Any(IsControl) && PrintableCharacters.FirstOther(text) is { } other)
            yield return new(field, OrderFault.UnprintableCharacter, other.ToString(), Code(other.Value));
    }

    /// <summary>What somebody gave, made safe to be quoted in one line of a message, a log or a terminal.</summary>
    public static string Shown(string? given) =>
        string.Concat((given ?? "").Take(ShownLength).Select(c => IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));

    /// <summary>Controls, line and paragraph separators and the marks that override reading direction.</summary>
    internal static bool IsControl(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Code(int code) => $"U+{code:X4}";
}
