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

    /// <summary>What looks much the same and has a letter in the fonts; nothing, where a sign prints nothing.</summary>
    private static readonly Dictionary<int, string> alike = new()
    {
        [0x2103] = "°C", [0x2109] = "°F", [0x01C7] = "LJ", [0x01C8] = "Lj", [0x01C9] = "lj", [0x01CA] = "NJ", [0x01CB] = "Nj",
        [0x01CC] = "nj", [0x01C4] = "DŽ", [0x01C5] = "Dž", [0x01C6] = "dž", [0x1E9A] = "aʾ", [0x2114] = "lb", [0x2139] = "i",
        [0x2460] = "(1)", [0x2461] = "(2)", [0x2462] = "(3)", [0x2463] = "(4)", [0x2464] = "(5)", [0x339C] = "mm", [0x339D] = "cm", [0x339E] = "km",
        [0x33A1] = "m²", [0x33A2] = "km²", [0x338F] = "kg", [0x2024] = ".", [0x2025] = "..", [0x1E9B] = "ṡ", [0x2217] = "*",
        [0x200B] = "", [0x2060] = "", [0xFEFF] = "", [0x034F] = "", [0xFE0E] = "", [0xFE0F] = "", [0x02EE] = "ʼʼ", [0x2043] = "-",
        [0x2053] = "~", [0x02CF] = ",", [0x21D2] = "→", [0x21D0] = "←", [0x27F6] = "→", [0x27F5] = "←", [0x2794] = "→", [0x279C] = "→",
        [0x27A1] = "→", [0x2B05] = "←", [0x21E8] = "→", [0x2714] = "✓", [0x2705] = "✓", [0x2717] = "×", [0x2718] = "×", [0x274C] = "×",
        [0x2715] = "×", [0x2716] = "×", [0x25CF] = "•", [0x25E6] = "•", [0x22C5] = "·", [0x25AA] = "■", [0x25FC] = "■", [0x2B1B] = "■",
        [0x2605] = "*", [0x2606] = "*", [0x2236] = ":", [0x2223] = "|", [0x226A] = "«", [0x226B] = "»", [0x3008] = "‹",
        [0x3009] = "›", [0x300A] = "«", [0x300B] = "»", [0x3001] = ",", [0x3002] = ".", [0x301D] = "“", [0x301E] = "”", [0x201F] = "“",
        [0xA78C] = "ʼ", [0x2C6D] = "A", [0x10FB] = ":",
    };

    private static readonly string[] romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>All of them, for a test to print.</summary>
    internal static IEnumerable<Rune> All => Enumerable.Range(0, Codes).Where(code => printable[code]).Select(code => new Rune(code));

    public static bool Has(Rune character) => character.Value < Codes && printable[character.Value];

    /// <summary>Those of a text that cannot be printed, each once. Half a character is none.</summary>
    public static IEnumerable<Rune> Others(string text) => Runes(text).Where(rune => !Has(rune)).Distinct();

    /// <summary>What can be printed and comes nearest; empty where the character prints nothing by itself, null where nothing is near.</summary>
    public static string? Nearest(Rune character)
    {
        if (alike.TryGetValue(character.Value, out var other) && (other.Length == 0 || IsPrintable(other)))
            return other;
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
            var ends = range.Split('-').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList();
            for (var code = ends[0]; code <= ends[^1]; code++)
                bits[code] = true;
        }

        return bits;
    }
}
