using System.Buffers.Binary;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The characters for which a font file has a glyph, out of its table <c>cmap</c> (OpenType, formats 4 and 12).</summary>
internal static class FontCoverage
{
    /// <summary>What every file of a family has: any weight or slope may be asked for.</summary>
    public static HashSet<int> OfFamily(string folder) => Directory.EnumerateFiles(folder, "*.ttf").Select(OfFile).Aggregate((all, one) =>
    {
        all.IntersectWith(one);
        return all;
    });

    private static HashSet<int> OfFile(string file)
    {
        ReadOnlySpan<byte> font = File.ReadAllBytes(file);
        var cmap = font[Table(font, "cmap"u8)..];
        var covered = new HashSet<int>();
        for (var i = 0; i < Short(cmap, 2); i++)
        {
            var entry = 4 + (8 * i);
            var isUnicode = (Short(cmap, entry), Short(cmap, entry + 2)) is (0, _) or (3, 1) or (3, 10);
            var table = cmap[Int(cmap, entry + 4)..];
            if (isUnicode && Short(table, 0) == 12)
                AddGroups(table, covered);
            else if (isUnicode && Short(table, 0) == 4)
                AddSegments(table, covered);
        }

        return covered;
    }

    private static int Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        for (var i = 0; i < Short(font, 4); i++)
        {
            var entry = 12 + (16 * i);
            if (font.Slice(entry, 4).SequenceEqual(tag))
                return Int(font, entry + 8);
        }

        throw new InvalidDataException("The font has no such table.");
    }

    private static void AddGroups(ReadOnlySpan<byte> table, HashSet<int> covered)
    {
        for (var i = 0; i < Int(table, 12); i++)
        {
            for (var code = Int(table, 16 + (12 * i)); code <= Int(table, 20 + (12 * i)); code++)
                covered.Add(code);
        }
    }

    private static void AddSegments(ReadOnlySpan<byte> table, HashSet<int> covered)
    {
        var size = Short(table, 6);
        for (var i = 0; i < size; i += 2)
        {
            var (last, first) = (Short(table, 14 + i), Short(table, 16 + size + i));
            var (delta, offsetAt) = (Short(table, 16 + (2 * size) + i), 16 + (3 * size) + i);
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var offset = Short(table, offsetAt);
                var glyph = offset == 0 ? code : Short(table, offsetAt + offset + (2 * (code - first)));
                if (glyph != 0 && ((glyph + delta) & 0xFFFF) != 0)
                    covered.Add(code);
            }
        }
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
}
