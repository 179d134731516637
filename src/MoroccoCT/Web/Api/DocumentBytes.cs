using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>
/// A document on its way to whoever asked for it: it is entered in the audit before the first byte is read, and not read when that fails. So whoever gets a
/// part is entered too, and whoever has it already, or asks for its size, is not.
/// </summary>
internal sealed class DocumentBytes(StoredDocument document, BriefingRequest request, AuditTrail audit, HttpContext context)
    : MemoryStream(document.Content, writable: false)
{
    private bool isTold;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await TellAsync(cancellationToken);
        return Read(buffer.Span);
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (isTold)
            return;
        var details = new Dictionary<string, string?> { ["sha256"] = document.Sha256 };
        if (context.Response.Headers.ContentRange is { Count: > 0 } range)
            details["part"] = range.ToString();
        await audit.AppendAsync(new(context.Actor(Doors.Api), Deed.Download, request.Number, details), cancellationToken);
        isTold = true;
    }
}
