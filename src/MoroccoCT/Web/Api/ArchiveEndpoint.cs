using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>The documents of several requests as one file.</summary>
internal static class ArchiveEndpoint
{
    private const string Ids = "ids";

    public static void MapArchive(this IEndpointRouteBuilder requests) => requests
        .MapRead("/archive", DownloadAsync).WithName("downloadArchive").WithSummary("Fetch several PDFs as one ZIP file")
        .WithDescription($"At most {ArchiveChoice.Most} completed requests. Each file is named by number, title, language and marking, and dated by its day "
            + "of issue. If one of them is unknown or not completed, nothing is sent, and the answer names it.")
        .Produces<Stream>(200, ArchiveDownload.ContentType).Refuses(400, 404, 409);

    private static async Task<IResult> DownloadAsync(
        [FromQuery(Name = Ids), Description("Ids of the requests, the parameter once for each.")] Guid[] ids,
        RequestQueries queries, Caller caller, CancellationToken cancellationToken)
    {
        if (ids.Length is 0 or > ArchiveChoice.Most)
            return Refused(ProblemMap.OfParameter(Ids, $"'{Ids}' must name 1 to {ArchiveChoice.Most} requests."));
        var choice = await ArchiveChoice.ReadAsync(ids, caller.Viewer, queries, cancellationToken);
        if (choice.Unknown.Count > 0)
            return Refused(new(404, "Nothing is here", $"These requests were never made here, or are deleted: {string.Join(", ", choice.Unknown)}."));
        return choice.IsGood
            ? new ArchiveDownload(choice.Requests, Doors.Api)
            : Refused(new(409, "There is no document", $"Not completed: {string.Join(", ", choice.Unfinished.Select(request => request.Number))}."));
    }

    private static IResult Refused(Problem problem) => TypedResults.Problem(problem.ToDetails());
}
