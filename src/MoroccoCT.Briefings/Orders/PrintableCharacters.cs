using System.Text;

namespace MoroccoCT.Briefings.Orders;

/// <summary>
/// The characters that every shipped font of one script can print: Latin, Greek and Cyrillic letters, or Arabic ones, with the usual
/// signs. A document with any other character would not meet its standard, so an order with one is refused at the door.
/// </summary>
internal static class PrintableCharacters
{
    private static readonly (int First, int Last)[] ranges =
    [
        // Latin with its accents, as far as Vietnamese
        (0x0020, 0x007E), (0x00A0, 0x012B), (0x012E, 0x0131), (0x0134, 0x0165), (0x0168, 0x017F), (0x018F, 0x018F), (0x0192, 0x0192),
        (0x01A0, 0x01A1), (0x01AF, 0x01B0), (0x0218, 0x021B), (0x1E80, 0x1E85), (0x1EA0, 0x1EF9),
        // Greek
        (0x0384, 0x038A), (0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x03CE),
        // Cyrillic
        (0x0400, 0x045F), (0x0490, 0x0491),
        // Arabic
        (0x0606, 0x061B), (0x061E, 0x06A1), (0x06A3, 0x06FF),
        // Direction marks, dashes, quotation marks, spaces and signs
        (0x200E, 0x2010), (0x2012, 0x2015), (0x2018, 0x201A), (0x201C, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030),
        (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122),
    ];

    /// <summary>All of them, for a test to print.</summary>
    internal static IEnumerable<Rune> All =>
        ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(code => new Rune(code));

    /// <summary>The first character that cannot be printed; null when all can.</summary>
    public static Rune? FirstOther(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Array.Exists(ranges, range => rune.Value >= range.First && rune.Value <= range.Last))
                return rune;
        }

        return null;
    }
}
