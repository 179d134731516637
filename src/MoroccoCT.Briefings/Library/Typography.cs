using System.Globalization;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// Gives typed text the quotation marks, apostrophes and spaces of its language, so that people can type plain characters. Letters,
/// digits and signs that are already right stay as they are, and so do addresses; letters come out composed (NFC).
/// </summary>
public static class Typography
{
    /// <summary>Stands for a passage that follows rules of its own; the text around it takes it for a word.</summary>
    internal const char Passage = '\uFFFC';

    public static string Apply(string text, string language) => Apply([text], language)[0];

    /// <param name="pieces">Of one line, in their order: a mark in one of them may answer a mark in another.</param>
    /// <returns>As many pieces.</returns>
    public static IReadOnlyList<string> Apply(IReadOnlyList<string> pieces, string language)
    {
        pieces = [.. pieces.Select(ComposedText.Of)];
        var line = string.Concat(pieces);
        var verbatim = VerbatimParts.Of(line);
        var quoted = QuotationMarks.Set(line, language, verbatim);
        string[] printed = language == "fr" ? FrenchSpaces.Set(quoted, verbatim) : [.. quoted.Select(c => c.ToString())];
        LastingSpaces.Set(quoted, printed, language, verbatim);

        var start = 0;
        return [.. pieces.Select(piece => string.Concat(printed[start..(start += piece.Length)]))];
    }

    /// <summary>Whether rules for words apply to it: letters, their accents, digits.</summary>
    internal static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == Passage || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    internal static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009';
}
