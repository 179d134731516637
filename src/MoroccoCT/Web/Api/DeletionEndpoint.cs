using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Deleting a request for good. Cancelling is another address: what is cancelled stays and can be begun again.</summary>
internal static class DeletionEndpoint
{
    public static void MapDeletion(this IEndpointRouteBuilder requests) => requests
        .MapDelete("/{id:guid}", DeleteAsync).WithName("deleteRequest").WithSummary("Delete a finished request and its document")
        .WithDescription("For whoever asked for it, and for administrators. Only what is completed, failed or cancelled can be deleted: cancel first what is "
            + "in work. Editions of schedules stay, and so does what is held. The document goes too, unless another request has the same. "
            + "The number is not given again; the audit keeps it, with the document's hash and who deleted it.")
        .Refuses(404, 409).RequireAuthorization(Policies.Order);

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, HttpContext context, Caller caller, RequestQueries queries, RequestRemoval removal,
        CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } request || !request.MayBeChangedBy(caller.Viewer))
            return TypedResults.NotFound();
        if (!caller.Owns(request))
            return TypedResults.Problem(SomebodyElses(request).ToDetails());
        return request.MayBeDeleted && await removal.DeleteAsync(id, context.Actor(Doors.Api), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(Stays(request).ToDetails());
    }

    private static Problem SomebodyElses(BriefingRequest request) =>
        new(403, "It is somebody else's", $"Request {request.Number} can be deleted by whoever asked for it, or by an administrator.");

    private static Problem Stays(BriefingRequest request) => new(409, "It cannot be deleted", request switch
    {
        { IsHeld: true } => $"Request {request.Number} is held: {request.HoldReason}. An administrator can lift the hold.",
        { Schedule: null } => $"Request {request.Number} is not finished. Cancel it first.",
        _ => $"{request.Number} is an edition of a schedule. Editions stay for as long as the service keeps them.",
    });
}
