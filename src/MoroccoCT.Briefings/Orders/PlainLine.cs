using System.Globalization;
using System.Text;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Orders;

/// <summary>A free text for one line of a document. It also ends up in metadata, in file names, in logs and on a terminal.</summary>
public static class PlainLine
{
    private const int ShownLength = 60;

    private const string Arabic = "ar";

    /// <param name="field">Member of an order, or a setting.</param>
    /// <param name="length">Characters allowed.</param>
    /// <returns>What keeps the text from being printed.</returns>
    public static IEnumerable<OrderProblem> Faults(string field, string text, int length)
    {
        text = ComposedText.Of(text);
        if (Length(text, length) is var typed && typed > length)
            yield return new(field, OrderFault.TooLong, Number(typed), Number(length));
        foreach (var control in text.Where(IsControl).Take(1))
            yield return new(field, OrderFault.ControlCharacter, Code(control));
        if (text.Where((c, i) => char.IsSurrogate(c) && !IsPaired(text, i)).Any())
            yield return new(field, OrderFault.HalfCharacter);
        else if (!text.Any(IsControl))
        {
            foreach (var other in PrintableCharacters.Others(text).Take(1))
                yield return new(field, OrderFault.UnprintableCharacter, [other.ToString(), Code(other.Value), .. Nearest(other)]);
        }
    }

    /// <summary>
    /// With the marks and spaces of the language it is written in: that of the document, or that of its letters where they are others. Null
    /// where it says nothing. What is printed once stays as it is.
    /// </summary>
    public static string? Printed(string? text, string language) =>
        string.IsNullOrWhiteSpace(text) ? null : Typography.Apply(text.Trim(), LanguageOf(text, language));

    /// <summary>Spaces that typography has added since a line was typed make it no longer; many times too many would.</summary>
    private static int Length(string text, int allowed) => text.Length > 2 * allowed ? text.Length : text.Count(c => c is not ('\u202F' or '\u00A0'));

    /// <summary>The layout tells a line of another script by its first letter as well.</summary>
    private static string LanguageOf(string text, string language)
    {
        var first = text.FirstOrDefault(char.IsLetter);
        return language == Arabic ? (first == '\0' || text.Any(IsArabic) ? Arabic : ContentLibrary.Original) : IsArabic(first) ? Arabic : language;
    }

    private static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06FF';

    /// <summary>What somebody gave, made safe to be quoted in one line of a message, a log or a terminal.</summary>
    public static string Shown(string? given) =>
        string.Concat((given ?? "").Take(ShownLength).Select(c => IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));

    /// <summary>Controls, line and paragraph separators and the marks that override reading direction.</summary>
    internal static bool IsControl(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static IEnumerable<string> Nearest(Rune other) => PrintableCharacters.Nearest(other) is { } nearest ? [nearest] : [];

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Code(int code) => $"U+{code:X4}";
}
