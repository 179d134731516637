using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>The objects of a finished file, byte by byte and by its own table of places: with nothing mended and nothing passed over.</summary>
internal sealed partial record FileObjects
{
    /// <summary>The dictionary of the table itself.</summary>
    public required string Trailer { get; init; }

    /// <summary>By number, all objects that stand by themselves; their texts have one character for each byte.</summary>
    public required IReadOnlyDictionary<int, FileStream> Streams { get; init; }

    /// <summary>By number, all objects that are packed into streams.</summary>
    public required IReadOnlyDictionary<int, string> Packed { get; init; }

    public static FileObjects Read(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var table = int.Parse(End().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var trailer = FileStream.Read(Body(text[table..text.LastIndexOf("startxref", StringComparison.Ordinal)], out var number));
        var rows = Rows(trailer);
        rows.Length.ShouldBe(number + 1);
        rows[0].ShouldBe((0, 0, 65535));

        var alone = rows.Index().Where(row => row.Item.Kind == 1).OrderBy(row => row.Item.First).ToList();
        var streams = new Dictionary<int, FileStream>();
        text[..alone[0].Item.First].ShouldMatch("^%PDF-1\\.7\n%[\u0080-\u00ff]{4}\n$");
        foreach (var (place, next) in alone.Zip(alone.Skip(1)))
        {
            streams[place.Index] = FileStream.Read(Body(text[place.Item.First..next.Item.First], out var written));
            written.ShouldBe(place.Index);
        }

        var packed = rows.Index().Where(row => row.Item.Kind == 2).GroupBy(row => row.Item.First).SelectMany(inside =>
        {
            var objects = Unpacked(streams[inside.Key]);
            inside.Select(row => row.Item.Second).ShouldBe(Enumerable.Range(0, objects.Count));
            objects.Select(found => found.Key).ShouldBe(inside.Select(row => row.Index));
            return objects;
        });
        return new() { Trailer = trailer.Dictionary, Streams = streams, Packed = packed.ToDictionary() };
    }

    private static string Body(string entry, out int number)
    {
        var found = Object().Match(entry);
        found.Success.ShouldBeTrue(entry[..Math.Min(60, entry.Length)]);
        number = int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture);
        return found.Groups["body"].Value;
    }

    private static (int Kind, int First, int Second)[] Rows(FileStream table)
    {
        table.Dictionary.ShouldContain("/W [1 4 2]");
        table.Dictionary.ShouldContain("/DecodeParms << /Predictor 12 /Columns 7 >>");
        var above = new byte[7];
        return [.. table.Unpack().Chunk(8).Select(row =>
        {
            row[0].ShouldBe((byte)2);
            for (var column = 0; column < above.Length; column++)
                above[column] += row[column + 1];
            return (above[0], BinaryPrimitives.ReadInt32BigEndian(above.AsSpan(1)), BinaryPrimitives.ReadUInt16BigEndian(above.AsSpan(5)));
        })];
    }

    private static List<KeyValuePair<int, string>> Unpacked(FileStream container)
    {
        container.Dictionary.ShouldContain("/Type /ObjStm");
        var content = Encoding.Latin1.GetString(container.Unpack());
        var first = container.Number("First");
        var numbers = content[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word, CultureInfo.InvariantCulture));
        var heads = numbers.Chunk(2).ToList();
        heads.Count.ShouldBe(container.Number("N"));
        var ends = heads.Skip(1).Select(head => head[1]).Append(content.Length - first);
        return [.. heads.Zip(ends, (head, end) => KeyValuePair.Create(head[0], content[(first + head[1])..(first + end)]))];
    }

    [GeneratedRegex(@"\nstartxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex End();

    [GeneratedRegex(@"^(?<number>\d+) 0 obj\n(?<body>.*)\nendobj\n$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Object();
}

internal sealed partial record FileStream(string Dictionary, string Content)
{
    public static FileStream Read(string body)
    {
        var found = Stream().Match(body);
        found.Success.ShouldBeTrue(body[..Math.Min(60, body.Length)]);
        return new(found.Groups["dictionary"].Value, found.Groups["content"].Value);
    }

    public int Number(string entry) => int.Parse(Regex.Match(Dictionary, $@"/{entry} (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    public byte[] Unpack()
    {
        using var packed = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(Content)), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    [GeneratedRegex(@"^(?<dictionary><<.*?>>)\nstream\n(?<content>.*)\nendstream$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Stream();
}
