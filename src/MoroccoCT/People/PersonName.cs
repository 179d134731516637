using System.Globalization;
using System.Text;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.People;

/// <summary>Names of people, desks and keys. They end up on pages, in tables and in logs.</summary>
internal static class PersonName
{
    public const int Longest = 80;

    private const string Marks = " ._-@+'’·";

    /// <summary>As it is kept: composed, without spaces around it and none doubled.</summary>
    public static string Kept(string name) => string.Join(' ', name.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it is compared: capitals and look-alike forms of one letter do not count.</summary>
    public static string Key(string name) => IsText(name) ? Kept(name).Normalize(NormalizationForm.FormKC).ToUpperInvariant() : "";

    /// <summary>A name to sign in with: letters of any script, digits and a few marks.</summary>
    public static PersonProblem? Fault(string field, string name) =>
        Bounds(field, name) ?? (name.EnumerateRunes().Where(rune => !IsOfName(rune)).Select(rune => (Rune?)rune).FirstOrDefault() is { } other
            ? new(field, PersonFault.Character, Shown(other))
            : null);

    /// <summary>A name to be shown: whatever stands on one line.</summary>
    public static PersonProblem? ShownFault(string field, string name) =>
        Bounds(field, name) ?? (PlainLine.Faults(field, name, Longest).FirstOrDefault() is { } fault
            ? new(field, PersonFault.Character, fault.Arguments.LastOrDefault() ?? "")
            : null);

    /// <summary>Whether it can be normalised at all: half of a character cannot.</summary>
    private static bool IsText(string name) => !name.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static PersonProblem? Bounds(string field, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new(field, PersonFault.Blank);
        if (!IsText(name))
            return new(field, PersonFault.Character, Shown(Rune.ReplacementChar));
        return Kept(name).Length > Longest ? new(field, PersonFault.TooLong, $"{Longest}") : null;
    }

    private static bool IsOfName(Rune rune) => Rune.IsLetterOrDigit(rune) || Marks.Contains(rune.ToString(), StringComparison.Ordinal)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Shown(Rune rune) => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        ? $"U+{rune.Value:X4}"
        : rune.ToString();
}
