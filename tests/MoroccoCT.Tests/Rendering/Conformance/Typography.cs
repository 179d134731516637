using System.Globalization;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Compares texts as they were written with texts as they were set.</summary>
internal static class Typography
{
    public static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    public static bool IsArabic(char c) => c is >= '\u0620' and <= '\u064A';

    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || c is >= '\u00C0' and <= '\u024F';

    /// <summary>Without what typesetting may change: spaces, hyphens and marks of direction.</summary>
    public static string Bare(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)
            && char.GetUnicodeCategory(c) is not UnicodeCategory.Format and not UnicodeCategory.DashPunctuation));

    /// <summary>
    /// The same for equal texts. Right-to-left text stands in the file as it stands on the page, each line of it from the left,
    /// and vowel marks apart from their letters: there it is a matter of the same letters, not of their order.
    /// </summary>
    public static string Key(string text, string language) =>
        language == "ar" ? string.Concat(Bare(text).Where(c => !IsMark(c)).Order()) : Bare(text);
}
