using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>The audit, for programs.</summary>
internal static class AuditEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags(EndpointTags.Audit).RequireAuthorization(Policies.Administer);
        audit.MapRead("/", ListAsync).WithName("listAudit").WithSummary("List the audit, newest entry first")
            .WithDescription("Who did what, when and from where, a page at a time. Each entry carries the hash of the one before.").Refuses(400, 403);
        audit.MapRead("/export/json", ([AsParameters] AuditQuery query) => Export(query, AuditFormat.Json))
            .WithName("exportAuditAsJson").WithSummary("Fetch all entries that match as a JSON array, oldest first")
            .WithDescription("Each field as it is stored, so that the hashes can be made again. Who fetches it is entered in the audit.")
            .Produces<Stream>(200, "application/json").Refuses(400, 403);
        audit.MapRead("/export/csv", ([AsParameters] AuditQuery query) => Export(query, AuditFormat.Csv))
            .WithName("exportAuditAsCsv").WithSummary("Fetch all entries that match as a table, oldest first")
            .WithDescription("CSV for spreadsheets: what they would take for a formula has an apostrophe before it. Who fetches it is entered in the audit.")
            .Produces<Stream>(200, "text/csv").Refuses(400, 403);
    }

    private static async Task<Results<Ok<AuditListBody>, ProblemHttpResult>> ListAsync(
        [AsParameters] AuditQuery query,
        [Description("`nextCursor` of the page before.")] string? cursor,
        AuditQueries audit,
        DeskTime desk,
        CancellationToken cancellationToken,
        [Description("Entries on a page."), Range(1, LargestLimit)] int limit = DefaultLimit)
    {
        if (query.IsMistaken)
            return Mistaken();
        var before = 0L;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Refused("cursor", "The cursor is none that a list of the audit gave. Leave it out to begin with the newest entry.");
        if (limit is < 1 or > LargestLimit)
            return Refused("limit", $"'limit' must be a number from 1 to {LargestLimit}.");
        var page = await audit.ListAsync(query.Filter(desk), cursor is null ? null : before, after: null, limit, cancellationToken);
        return TypedResults.Ok(new AuditListBody(page.Items, page.Older?.ToString(CultureInfo.InvariantCulture)));
    }

    private static IResult Export(AuditQuery query, AuditFormat format) =>
        query.IsMistaken ? Mistaken() : new AuditDownload(query, format, Doors.Api);

    private static ProblemHttpResult Mistaken() => Refused("what", $"Unknown deed. Valid: {string.Join(", ", Deeds.Words)}.");

    private static ProblemHttpResult Refused(string name, string why) => TypedResults.Problem(ProblemMap.OfParameter(name, why).ToDetails());
}

/// <summary>A page of the audit.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">For the entries before these; null at the end.</param>
public sealed record AuditListBody(IReadOnlyList<AuditEntry> Items, string? NextCursor);
