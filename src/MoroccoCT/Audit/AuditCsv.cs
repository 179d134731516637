using System.Globalization;
using System.Text;

namespace MoroccoCT.Audit;

/// <summary>
/// The audit as a table. UTF-8 with a byte order mark, without which Excel takes it for another encoding; every cell in quotation marks, lines ended as
/// RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe before it, so that texts are for reading: for proofs there is JSON.
/// </summary>
public static class AuditCsv
{
    private static readonly string[] columns =
        ["sequence", "at", "who", "whoId", "door", "what", "subject", "details", "address", "requestId", "previousHash", "hash"];

    public static async Task WriteAsync(IAsyncEnumerable<AuditEntry> entries, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(columns).AsMemory(), cancellationToken);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
            await writer.WriteAsync(Line(Cells(entry)).AsMemory(), cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static string?[] Cells(AuditEntry entry) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture), AuditJson.Text(entry.At), entry.Who, entry.WhoId, entry.Door, entry.What, entry.Subject,
        entry.Details, entry.Address, entry.RequestId, entry.PreviousHash, entry.Hash,
    ];

    private static string Line(IEnumerable<string?> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    private static string Cell(string? text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;
        return $"\"{harmless?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
