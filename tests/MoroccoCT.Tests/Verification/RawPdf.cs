using System.IO.Compression;
using System.Text;

namespace MoroccoCT.Tests.Verification;

/// <summary>PDF files written object by object, also such as no program would write.</summary>
internal sealed class RawPdf
{
    private readonly List<byte[]> objects = [];

    /// <summary>Entries of the trailer beside size and root.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>The smallest document with a file attached.</summary>
    public static byte[] WithAttachment(byte[] content, string name = "manifest.json", string filter = "", byte[]? packed = null) => new RawPdf()
        .Add("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [ (" + name + ") 4 0 R ] >> >> >>")
        .Add("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>")
        .Add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 100 100 ] >>")
        .Add("<< /Type /Filespec /F (" + name + ") /UF (" + name + ") /EF << /F 5 0 R /UF 5 0 R >> >>")
        .AddStream("/Type /EmbeddedFile" + filter, packed ?? content)
        .ToArray();

    public static byte[] WithAttachment(string content) => WithAttachment(Encoding.UTF8.GetBytes(content));

    /// <summary>The smallest document with something else in its catalogue, and more objects from 4 on.</summary>
    public static byte[] WithCatalogue(string entries, params string[] more)
    {
        var pdf = new RawPdf()
            .Add($"<< /Type /Catalog /Pages 2 0 R {entries} >>")
            .Add("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>")
            .Add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 100 100 ] >>");
        foreach (var body in more)
            pdf.Add(body);
        return pdf.ToArray();
    }

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize))
            packer.Write(content);
        return packed.ToArray();
    }

    /// <summary>Takes the next number, from 1 on; 1 is the catalogue.</summary>
    public RawPdf Add(string body) => Add(Encoding.Latin1.GetBytes(body));

    public RawPdf AddStream(string entries, byte[] content, string? length = null) =>
        Add([.. Encoding.Latin1.GetBytes($"<< {entries} /Length {length ?? $"{content.Length}"} >>\nstream\n"), .. content, .. "\nendstream"u8]);

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder();
        for (var number = 1; number <= objects.Count; number++)
        {
            table.Append($"{file.Length:D10} 00000 n \n");
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(objects[number - 1]);
            file.Write("\nendobj\n"u8);
        }

        var size = objects.Count + 1;
        var end = $"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {Trailer} >>\nstartxref\n{file.Length}\n%%EOF\n";
        file.Write(Encoding.Latin1.GetBytes(end));
        return file.ToArray();
    }

    private RawPdf Add(byte[] body)
    {
        objects.Add(body);
        return this;
    }
}
