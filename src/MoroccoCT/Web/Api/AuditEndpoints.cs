using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Api;

/// <summary>The audit, for programs.</summary>
internal static class AuditEndpoints
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit.MapRead("/", ListAsync).WithName("audit").WithSummary("List the audit, newest entry first")
            .WithDescription("Who did what, when and from where. Each entry carries the hash of the one before; `MoroccoCT audit verify` proves the whole.")
            .ProducesProblem(400);
        audit.MapRead("/export", Export).WithName("exportAudit").WithSummary("Fetch all that matches, oldest entry first")
            .WithDescription("As a JSON array with each field as it is stored, or as CSV for spreadsheets. Who fetches it is entered in the audit.")
            .Produces<Stream>(200, "application/json", "text/csv").ProducesProblem(400);
    }

    private static async Task<Results<Ok<AuditListBody>, ProblemHttpResult>> ListAsync(
        [AsParameters] AuditQuery query,
        [Description("`nextCursor` of the page before.")] string? cursor,
        [Description("Entries on a page, at most 500.")] int? limit,
        AuditQueries audit,
        DeskTime desk,
        CancellationToken cancellationToken)
    {
        var before = 0L;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Refused("cursor", "The cursor is none that a list of the audit gave. Leave it out to begin with the newest entry.");
        if (limit is < 1 or > LargestLimit)
            return Refused("limit", $"'limit' must be a number from 1 to {LargestLimit}.");
        if (Unknown(query) is { } unknown)
            return unknown;
        var page = await audit.ListAsync(query.Filter(desk), cursor is null ? null : before, after: null, limit ?? DefaultLimit, cancellationToken);
        return TypedResults.Ok(new AuditListBody(page.Items, page.Older?.ToString(CultureInfo.InvariantCulture)));
    }

    private static IResult Export([AsParameters] AuditQuery query, [Description("`json` or `csv`.")] string format = "json") =>
        Enum.TryParse<AuditFormat>(format, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? Unknown(query) ?? (IResult)new AuditDownload(query, known, Doors.Api)
            : Refused("format", "Unknown format. Valid: json, csv.");

    private static ProblemHttpResult? Unknown(AuditQuery query) =>
        string.IsNullOrEmpty(query.What) || Deeds.Of(query.What) is not null
            ? null
            : Refused("what", $"Unknown deed. Valid: {string.Join(", ", Deeds.Words)}.");

    private static ProblemHttpResult Refused(string name, string why) => TypedResults.Problem(ProblemMap.OfParameter(name, why).ToDetails());
}

/// <summary>A page of the audit.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">For the entries before these; null at the end.</param>
public sealed record AuditListBody(IReadOnlyList<AuditEntry> Items, string? NextCursor);
