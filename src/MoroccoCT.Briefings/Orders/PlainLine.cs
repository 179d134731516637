using System.Globalization;

namespace MoroccoCT.Briefings.Orders;

/// <summary>A free text for one line of a document. It also ends up in metadata, in file names, in logs and on a terminal.</summary>
public static class PlainLine
{
    private const int ShownLength = 60;

    /// <param name="name">What the writer of the text calls it, such as a field or a setting.</param>
    /// <returns>What keeps the text from being printed, each in one line that says what would be right.</returns>
    public static IEnumerable<string> Faults(string name, string text, int length)
    {
        if (text.Length > length)
            yield return string.Create(CultureInfo.InvariantCulture, $"'{name}' has {text.Length} characters; {length} are allowed.");
        foreach (var control in text.Where(IsControl).Take(1))
            yield return $"'{name}' holds the control character U+{(int)control:X4}. Write it as one line of plain text.";
        if (text.Where((c, i) => char.IsSurrogate(c) && !IsPaired(text, i)).Any())
            yield return $"'{name}' holds half of a character (an unpaired surrogate). Write it as plain Unicode text.";
        else if (!text.Any(IsControl) && PrintableCharacters.FirstOther(text) is { } other)
            yield return $"'{name}' holds '{other}' (U+{other.Value:X4}), which the fonts cannot print. Use Latin, Greek, Cyrillic or Arabic letters and the usual signs.";
    }

    /// <summary>What somebody gave, made safe to be quoted in one line of a message, a log or a terminal.</summary>
    public static string Shown(string? given) =>
        string.Concat((given ?? "").Take(ShownLength).Select(c => IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));

    /// <summary>Controls, line and paragraph separators and the marks that override reading direction.</summary>
    internal static bool IsControl(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
