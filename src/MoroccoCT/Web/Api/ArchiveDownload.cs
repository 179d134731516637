using System.Globalization;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Sends documents as one file. Each is entered in the audit before the first byte is sent, as if it were fetched alone.</summary>
/// <param name="requests">Completed ones that the caller sees.</param>
/// <param name="door">One of <see cref="Doors"/>.</param>
internal sealed class ArchiveDownload(IReadOnlyList<BriefingRequest> requests, string door) : IResult
{
    public const string ContentType = "application/zip";

    public async Task ExecuteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var desk = services.GetRequiredService<DeskTime>();
        var day = desk.Local(desk.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        context.Response.ContentType = ContentType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"briefings-{day}.zip\"";
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        await services.GetRequiredService<AuditTrail>().AppendAllAsync([.. requests.Select(request => Entry(request, context))], context.RequestAborted);
        await services.GetRequiredService<DocumentArchive>().WriteAsync(requests, context.Response.Body, context.RequestAborted);
    }

    private AuditEvent Entry(BriefingRequest request, HttpContext context) => new(
        context.Actor(door), Deed.Download, request.Number, new Dictionary<string, string?> { ["sha256"] = request.Sha256, ["format"] = "zip" });
}
