using System.Collections;
using System.Globalization;
using System.Text;

namespace MoroccoCT.Briefings.Content;

/// <summary>
/// The characters that a text may hold, in whatever face it is set. A document with any other would not meet its standard, so a library
/// or an order with one is refused.
/// </summary>
public static class PrintableCharacters
{
    private const int Codes = 0x20000;

    private static readonly BitArray printable = Printable();

    private static readonly Dictionary<int, string> alike = LookAlikes.All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).ToDictionary(pair => Code(pair[0]), pair => pair[1]);

    private static readonly string[] romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>All of them, for a test to print.</summary>
    internal static IEnumerable<Rune> All => Enumerable.Range(0, Codes).Where(code => printable[code]).Select(code => new Rune(code));

    public static bool Has(Rune character) => character.Value < Codes && printable[character.Value];

    /// <summary>Those of a text that cannot be printed, each once. Half a character is none.</summary>
    public static IEnumerable<Rune> Others(string text) => Runes(text).Where(rune => !Has(rune)).Distinct();

    /// <summary>What can be printed and comes nearest; empty where the character prints nothing by itself, null where nothing is near.</summary>
    public static string? Nearest(Rune character)
    {
        if (alike.TryGetValue(character.Value, out var other))
            return other;
        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control)
            return "";
        if (!character.IsBmp)
            return null;
        var plain = Plain(ComposedText.BaseOf((char)character.Value));
        return plain.Length > 0 && plain != character.ToString() && IsPrintable(plain) ? plain : null;
    }

    /// <summary>Of the same shape: wide letters as East Asian texts have them, numerals in one character.</summary>
    private static string Plain(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),
        >= '\u2160' and <= '\u216B' => romans[c - '\u2160'],
        >= '\u2170' and <= '\u217B' => romans[c - '\u2170'].ToLowerInvariant(),
        '\u3000' => " ",
        _ => c.ToString(),
    };

    private static bool IsPrintable(string text) => Runes(text).All(Has);

    private static IEnumerable<Rune> Runes(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            yield return rune;
    }

    private static BitArray Printable()
    {
        var bits = new BitArray(Codes);
        foreach (var range in PrintableRanges.All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-').Select(Code).ToList();
            for (var code = ends[0]; code <= ends[^1]; code++)
                bits[code] = true;
        }

        return bits;
    }

    private static int Code(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
