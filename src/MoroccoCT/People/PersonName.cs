using System.Globalization;
using System.Text;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.People;

/// <summary>Names of people, desks and keys. They end up on pages, in tables and in logs.</summary>
internal static class PersonName
{
    public const int Longest = 80;

    private const string Marks = " ._-@+'’·";

    /// <summary>As it is kept: composed, without spaces around it and none doubled.</summary>
    public static string Kept(string name) => string.Join(' ', ComposedText.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it is compared: capitals do not count, nor how a letter is composed. Empty for what no database keeps.</summary>
    public static string Key(string name) => IsText(name) ? Kept(name).ToUpperInvariant() : "";

    /// <summary>A name to sign in with: letters, digits and a few marks. None looks like another of other characters.</summary>
    public static PersonProblem? Fault(string field, string name)
    {
        if (Bounds(field, name) is { } outside)
            return outside;
        var alphabets = new HashSet<Alphabet>();
        foreach (var rune in name.EnumerateRunes())
        {
            if (AlphabetOf(rune) is { } alphabet)
                alphabets.Add(alphabet);
            else if (!IsOfName(rune))
                return new(field, PersonFault.Character, Shown(rune));
        }

        if (alphabets.Count == 0 && !name.Any(char.IsDigit))
            return new(field, PersonFault.Blank);
        return alphabets.Count(alphabet => alphabet != Alphabet.Other) > 1 ? new(field, PersonFault.MixedAlphabets) : null;
    }

    /// <summary>A name to be shown: whatever stands on one line.</summary>
    public static PersonProblem? ShownFault(string field, string name) =>
        Bounds(field, name) ?? (PlainLine.Faults(field, name, Longest).FirstOrDefault() is { } fault
            ? new(field, PersonFault.Character, fault.Arguments.LastOrDefault() ?? "")
            : null);

    /// <summary>Half a character is none, and there are databases that keep no zero.</summary>
    private static bool IsText(string name) => !name.Contains('\0') && !name.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static PersonProblem? Bounds(string field, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new(field, PersonFault.Blank);
        if (name.EnumerateRunes().Contains(Rune.ReplacementChar))
            return new(field, PersonFault.Character, Shown(Rune.ReplacementChar));
        return Kept(name).Length > Longest ? new(field, PersonFault.TooLong, $"{Longest}") : null;
    }

    private static bool IsOfName(Rune rune) => Marks.Contains(rune.ToString(), StringComparison.Ordinal)
        || rune.Value is (>= '0' and <= '9') or (>= 0x0660 and <= 0x0669) or (>= 0x06F0 and <= 0x06F9)
        || (PrintableCharacters.Has(rune) && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark);

    /// <summary>Null for all but letters in their plain form: wide, small and joined ones would make names that look like others.</summary>
    private static Alphabet? AlphabetOf(Rune rune) => !Rune.IsLetter(rune) || !PrintableCharacters.Has(rune) ? null : rune.Value switch
    {
        (>= 'A' and <= 'z') or (>= 0x00C0 and <= 0x024F) or (>= 0x1E00 and <= 0x1EFF) => Alphabet.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Alphabet.Greek,
        >= 0x0400 and <= 0x052F => Alphabet.Cyrillic,
        (>= 0x05D0 and <= 0x05EA) or (>= 0x0620 and <= 0x06D3) or (>= 0x2D30 and <= 0x2D6F) => Alphabet.Other,
        _ => null,
    };

    private static string Shown(Rune rune) => PrintableCharacters.Has(rune) && !Rune.IsWhiteSpace(rune) ? rune.ToString() : $"U+{rune.Value:X4}";

    private enum Alphabet
    {
        /// <summary>Hebrew, Arabic, Tifinagh: their letters look like no others.</summary>
        Other,
        Latin,
        Greek,
        Cyrillic,
    }
}
