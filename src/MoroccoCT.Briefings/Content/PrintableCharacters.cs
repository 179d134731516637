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
        [0x200B] = "", [0x2060] = "", [0xFEFF] = "", [0x034F] = "", [0xFE0E] = "", [0xFE0F] = "", [0x02EE] = "ʼʼ", [0x2043] = "-",
        [0x2053] = "~", [0x02CF] = ",", [0x21D2] = "→", [0x21D0] = "←", [0x27F6] = "→", [0x27F5] = "←", [0x2794] = "→", [0x279C] = "→",
        [0x27A1] = "→", [0x2B05] = "←", [0x21E8] = "→", [0x2714] = "✓", [0x2705] = "✓", [0x2717] = "×", [0x2718] = "×", [0x274C] = "×",
        [0x2715] = "×", [0x2716] = "×", [0x25CF] = "•", [0x25E6] = "•", [0x22C5] = "·", [0x25AA] = "■", [0x25FC] = "■", [0x2B1B] = "■",
        [0x2605] = "*", [0x2606] = "*", [0x2236] = ":", [0x2223] = "|", [0x2217] = "*", [0x226A] = "«", [0x226B] = "»", [0x3008] = "‹",
        [0x3009] = "›", [0x300A] = "«", [0x300B] = "»", [0x3001] = ",", [0x3002] = ".", [0x301D] = "“", [0x301E] = "”", [0x201F] = "“",
        [0xA78C] = "ʼ", [0x2C6D] = "A", [0x10FB] = ":",
    };

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
        var text = character.ToString();
        string[] forms =
        [
            text.Normalize(NormalizationForm.FormC), text.Normalize(NormalizationForm.FormKC),
            string.Concat(text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)),
        ];
        return Array.Find(forms, form => form.Length > 0 && form != text && IsPrintable(form));
    }

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
