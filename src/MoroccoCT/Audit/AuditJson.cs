using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MoroccoCT.Audit;

/// <summary>The audit as a JSON array with each field as it is stored, so that anybody can make the hashes again.</summary>
public static class AuditJson
{
    /// <summary>Of entries, before they are sent on.</summary>
    private const int Batch = 100;

    private static readonly JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteAsync(IAsyncEnumerable<AuditEntry> entries, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, options);
        writer.WriteStartArray();
        var written = 0;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            Write(writer, entry);
            if (++written % Batch == 0)
                await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>To the millisecond, as it is stored.</summary>
    internal static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Details are written as the text they are: another way of writing the same object would have another hash.</summary>
    private static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("at", Text(entry.At));
        writer.WriteString("who", entry.Who);
        writer.WriteString("whoId", entry.WhoId);
        writer.WriteString("door", entry.Door);
        writer.WriteString("what", entry.What);
        writer.WriteString("subject", entry.Subject);
        writer.WriteString("details", entry.Details);
        writer.WriteString("address", entry.Address);
        writer.WriteString("requestId", entry.RequestId);
        writer.WriteString("previousHash", entry.PreviousHash);
        writer.WriteString("hash", entry.Hash);
        writer.WriteEndObject();
    }
}
