using System.Text;

namespace MoroccoCT.Tests.Verification;

/// <summary>Files made to harm whoever reads them, each of its own kind.</summary>
internal static class HostileFiles
{
    private const int Deep = 100_000;
    private const int Large = 20_000_000;

    private static readonly Dictionary<string, Func<byte[]>> makers = new()
    {
        ["a name tree that is its own child"] = () => RawPdf.WithCatalogue("/Names << /EmbeddedFiles 4 0 R >>", "<< /Kids [ 4 0 R ] >>"),
        ["name trees that are each other's children"] = () =>
            RawPdf.WithCatalogue("/Names << /EmbeddedFiles 4 0 R >>", "<< /Kids [ 5 0 R ] >>", "<< /Kids [ 4 0 R 4 0 R ] >>"),
        ["a name tree of great depth"] = () => RawPdf.WithCatalogue("/Names << /EmbeddedFiles 4 0 R >>", [.. Chain(number => $"<< /Kids [ {number} 0 R ] >>")]),
        ["a name tree that doubles at each level"] = () => RawPdf.WithCatalogue(
            "/Names << /EmbeddedFiles 4 0 R >>",
            [.. Enumerable.Range(5, 60).Select(number => $"<< /Kids [ {number} 0 R {number} 0 R ] >>"), "<< /Names [ ] >>"]),
        ["a page tree that is its own child"] = () =>
            new RawPdf().Add("<< /Type /Catalog /Pages 2 0 R >>").Add("<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>").ToArray(),
        ["a page tree of great depth"] = () =>
            RawPdf.WithCatalogue("/Pages 4 0 R", [.. Chain(number => $"<< /Type /Pages /Count 1 /Kids [ {number} 0 R ] >>")]),
        ["a page that is its own parent"] = () =>
            new RawPdf().Add("<< /Type /Catalog /Pages 2 0 R >>").Add("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /Parent 2 0 R >>").Add("<< /Parent 3 0 R >>")
                .ToArray(),
        ["a reference to itself"] = () => RawPdf.WithCatalogue("/Names 4 0 R", "4 0 R"),
        ["references to each other"] = () => RawPdf.WithCatalogue("/Names 4 0 R", "5 0 R", "4 0 R"),
        ["a chain of references"] = () => RawPdf.WithCatalogue("/Names 4 0 R", [.. Chain(number => $"{number} 0 R")]),
        ["arrays within arrays"] = () => RawPdf.WithCatalogue($"/Names {Nested("[", "]")}"),
        ["arrays that never end"] = () => RawPdf.WithCatalogue($"/Names {new string('[', 5_000_000)}"),
        ["dictionaries within dictionaries"] = () => RawPdf.WithCatalogue($"/Names {Nested("<</A", ">>")}"),
        ["brackets within a text"] = () => RawPdf.WithCatalogue($"/Names {new string('(', 5_000_000)}"),
        ["a length that is its own"] = () => WithManifestStream("", "x", "5 0 R"),
        ["lengths that lead to each other"] = () => new RawPdf()
            .Add("<< /Type /Catalog /Pages 2 0 R /Names 3 0 R >>").Add("<< /Type /Pages /Kids [ ] /Count 0 >>")
            .AddStream("", "x"u8.ToArray(), "4 0 R").AddStream("", "x"u8.ToArray(), "3 0 R").ToArray(),
        ["a length of nine trillion"] = () => WithManifestStream("", "x", "9223372036854775807"),
        ["a length below nothing"] = () => WithManifestStream("", "x", "-2147483648"),
        ["a small stream that unpacks to a gigabyte"] = () => RawPdf.WithAttachment([], filter: " /Filter /FlateDecode", packed: Bomb.Packed),
        ["a smaller one that was packed twice"] = () => RawPdf.WithAttachment([], filter: " /Filter [ /FlateDecode /FlateDecode ]", packed: Bomb.PackedTwice),
        ["a row of two thousand million columns"] = () => RawPdf.WithAttachment(
            [],
            filter: " /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 /Colors 32 /BitsPerComponent 16 >>",
            packed: RawPdf.Packed(new byte[100])),
        ["a thousand filters"] = () =>
            RawPdf.WithAttachment([], filter: $" /Filter [ {Repeated("/ASCIIHexDecode ", 1000)} ]", packed: Encoding.ASCII.GetBytes(new string('3', 100_000))),
        ["a manifest of twenty megabytes"] = () => RawPdf.WithAttachment(new byte[19_000_000]),
        ["a table for two thousand million objects"] = () => With("xref\n0 2000000000\n0000000000 65535 f \ntrailer\n<< /Size 2147483647 /Root 1 0 R >>"),
        ["a table that follows itself"] = () => With("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R /Prev 9 >>", at: 9),
        ["a table in a stream with entries as wide as the sea"] = () =>
            WithTableStream("/W [ 1 2147483647 2147483647 ] /Index [ 0 2000000000 ] /Size 2000000000"),
        ["a table in a stream with two thousand million entries of no width"] = () => WithTableStream("/W [ 0 0 0 ] /Index [ 0 2000000000 ] /Size 2000000000"),
        ["object streams within each other"] = ObjectStreamsWithinEachOther,
        ["an object stream of two thousand million objects"] = () => WithManifestStream("/Type /ObjStm /N 2000000000 /First 2000000000", "4 0 5 1"),
        ["an encrypted file"] = () => new RawPdf
        {
            Trailer = $"/ID [ <00> <00> ] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{Repeated("00", 32)}> /U <{Repeated("11", 32)}> >>",
        }.Add("<< /Type /Catalog /Pages 2 0 R >>").Add("<< /Type /Pages /Kids [ ] /Count 0 >>").ToArray(),
        ["twenty megabytes that only begin"] = () => Filled("%PDF-"),
        ["twenty megabytes of objects"] = () => Filled("%PDF-1.7\n1 0 obj\n"),
        ["twenty megabytes of tables"] = () => Filled("%PDF-1.7\nstartxref\n0\n%%EOF\nxref\n0 1\ntrailer\n<< >>\n"),
        ["twenty megabytes of noughts"] = () => Filled("%PDF-1.7\n", "\0"),
        ["twenty megabytes of one name"] = () => RawPdf.WithCatalogue($"/Names /{new string('A', 19_000_000)}"),
    };

    public static TheoryData<string> Names => [.. makers.Keys];

    public static byte[] Make(string name) => makers[name]();

    private static IEnumerable<string> Chain(Func<int, string> link) => Enumerable.Range(5, Deep).Select(link).Append("<< >>");

    private static string Nested(string open, string close) => $"{Repeated(open, Deep)}{Repeated(close, Deep)}";

    private static string Repeated(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static byte[] Filled(string text, string? more = null) =>
        Encoding.ASCII.GetBytes(text + Repeated(more ?? text, (Large - text.Length) / (more ?? text).Length));

    private static byte[] WithManifestStream(string entries, string content, string? length = null) => new RawPdf()
        .Add("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [ (manifest.json) 4 0 R ] >> >> >>")
        .Add("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>")
        .Add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 100 100 ] >>")
        .Add("<< /Type /Filespec /F (manifest.json) /EF << /F 5 0 R >> >>")
        .AddStream(entries, Encoding.ASCII.GetBytes(content), length)
        .ToArray();

    /// <summary>A document of which the table, wherever it is looked for, is this.</summary>
    private static byte[] With(string table, int? at = null)
    {
        const string Objects = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [ ] /Count 0 >>\nendobj\n";
        var head = $"%PDF-1.7\n{(at is null ? Objects : "")}";
        var tail = at is null ? "" : $"\n{Objects}";
        return Encoding.ASCII.GetBytes($"{head}{table}{tail}\nstartxref\n{at ?? head.Length}\n%%EOF\n");
    }

    private static byte[] WithTableStream(string entries) =>
        With($"3 0 obj\n<< /Type /XRef /Root 1 0 R {entries} /Length 16 >>\nstream\n0123456789abcdef\nendstream\nendobj");

    /// <summary>4 lies in 5 and 5 lies in 4.</summary>
    private static byte[] ObjectStreamsWithinEachOther()
    {
        const string Head = "%PDF-1.7\n";
        const string Catalogue = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Names 4 0 R >>\nendobj\n";
        const string Pages = "2 0 obj\n<< /Type /Pages /Kids [ ] /Count 0 >>\nendobj\n";
        var table = Head.Length + Catalogue.Length + Pages.Length;
        byte[] entries =
        [
            0, 0, 0, 0, 1, 0, (byte)Head.Length, 0, 1, 0, (byte)(Head.Length + Catalogue.Length), 0, 1, (byte)(table >> 8), (byte)table, 0,
            2, 0, 5, 0, 2, 0, 4, 0,
        ];
        return
        [
            .. Encoding.ASCII.GetBytes($"{Head}{Catalogue}{Pages}"),
            .. Encoding.ASCII.GetBytes($"3 0 obj\n<< /Type /XRef /Size 6 /Root 1 0 R /W [ 1 2 1 ] /Length {entries.Length} >>\nstream\n"),
            .. entries,
            .. Encoding.ASCII.GetBytes($"\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n"),
        ];
    }

    /// <summary>A gigabyte of noughts, packed once for all that use it.</summary>
    private static class Bomb
    {
        private const int Chunk = 1 << 20;

        public static byte[] Packed { get; } = PackedGigabyte();

        public static byte[] PackedTwice { get; } = RawPdf.Packed(Packed);

        private static byte[] PackedGigabyte()
        {
            using var packed = new MemoryStream();
            using (var packer = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize))
            {
                var noughts = new byte[Chunk];
                for (var written = 0; written < 1024; written++)
                    packer.Write(noughts);
            }

            return packed.ToArray();
        }
    }
}
