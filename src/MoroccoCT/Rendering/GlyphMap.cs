using System.Globalization;
using System.Text;

namespace MoroccoCT.Rendering;

/// <summary>What the glyphs of a font stand for, as the file tells readers who search and copy.</summary>
internal static class GlyphMap
{
    /// <param name="map">Lists <c>&lt;code&gt; &lt;text&gt;</c> between <c>beginbfchar</c> and <c>endbfchar</c>; the engine knows no ranges.</param>
    /// <returns>By code; null where a glyph stands for nothing.</returns>
    public static string?[] Read(ReadOnlySpan<byte> map)
    {
        var letters = new string?[256];
        while (map.IndexOf("beginbfchar"u8) is >= 0 and var start)
        {
            map = map[(start + "beginbfchar"u8.Length)..];
            var end = map.IndexOf("endbfchar"u8);
            var pairs = end < 0 ? map : map[..end];
            while (Next(ref pairs) is { Length: > 0 } code && Next(ref pairs) is var text)
            {
                var glyph = int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (glyph >= letters.Length)
                    Array.Resize(ref letters, Math.Max(glyph + 1, letters.Length * 2));
                letters[glyph] = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text));
            }
        }

        return letters;
    }

    private static string Next(ref ReadOnlySpan<byte> rest)
    {
        var (open, close) = (rest.IndexOf((byte)'<'), rest.IndexOf((byte)'>'));
        if (open < 0 || close < open)
            return "";
        var text = Encoding.ASCII.GetString(rest[(open + 1)..close]);
        rest = rest[(close + 1)..];
        return text;
    }
}
