using System.Globalization;
using MoroccoCT.Audit;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Endpoints;

/// <summary>Sends all of the audit that is asked for, as it is read. It is entered first who got it.</summary>
internal sealed class AuditDownload(AuditQuery query, AuditFormat format, string door) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var desk = services.GetRequiredService<DeskTime>();
        var day = desk.Local(desk.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (type, ending) = format == AuditFormat.Csv ? ("text/csv; charset=utf-8; header=present", "csv") : ("application/json", "json");
        if (!HttpMethods.IsHead(context.Request.Method))
            await services.GetRequiredService<AuditTrail>().AppendAsync(Entry(context), context.RequestAborted);
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{day}.{ending}\"";
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        var entries = services.GetRequiredService<AuditQueries>().AllAsync(query.Filter(desk), context.RequestAborted);
        await (format == AuditFormat.Csv
            ? AuditCsv.WriteAsync(entries, context.Response.Body, context.RequestAborted)
            : AuditJson.WriteAsync(entries, context.Response.Body, context.RequestAborted));
    }

    private AuditEvent Entry(HttpContext context)
    {
        var details = query.Given().ToDictionary(part => part.Name, part => (string?)part.Value);
        details["format"] = format.ToString().ToLowerInvariant();
        return new(context.Actor(door), Deed.Export, "audit", details);
    }
}

/// <summary>In which form the audit is handed out: a table for reading, or every field as it is stored.</summary>
public enum AuditFormat
{
    Csv,
    Json,
}
