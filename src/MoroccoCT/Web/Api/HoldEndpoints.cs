using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Language;
using MoroccoCT.Requests;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Holding requests, so that nothing removes them, and letting them go again.</summary>
internal static class HoldEndpoints
{
    public static void MapHolds(this IEndpointRouteBuilder requests)
    {
        requests.MapPut("/{id:guid}/hold", HoldAsync).WithName("holdRequest").WithSummary("Hold a request, so that nothing removes it")
            .WithDescription("For administrators. Neither its age nor a person removes what is held. Of what is held already the reason becomes the new one. "
                + "The audit keeps who held what, and why.")
            .Refuses(400, 404, 413, 415).RequireAuthorization(Policies.Administer);
        requests.MapDelete("/{id:guid}/hold", LiftAsync).WithName("liftHold").WithSummary("Lift the hold on a request")
            .WithDescription("For administrators. What nothing holds stays as it is. The answer shows the request; it is removed when its time is over.")
            .Refuses(404).RequireAuthorization(Policies.Administer);
    }

    private static async Task<Results<Ok<RequestBody>, NotFound, ProblemHttpResult>> HoldAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, NewHoldBody hold, HttpContext context, Caller caller, RequestQueries queries, RequestHolds holds,
        RequestBodies bodies, CancellationToken cancellationToken)
    {
        if (RequestHolds.Fault(hold.Reason) is { } fault)
            return TypedResults.Problem(ProblemMap.OfParameter(fault.Field, ProblemWords.English.Sentence(fault, name => $"'{name}'")).ToDetails());
        return await ChangeAsync(
            id, caller, queries, bodies, request => holds.HoldAsync(request, hold.Reason, context.Actor(Doors.Api), cancellationToken), cancellationToken);
    }

    private static async Task<Results<Ok<RequestBody>, NotFound, ProblemHttpResult>> LiftAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, HttpContext context, Caller caller, RequestQueries queries, RequestHolds holds,
        RequestBodies bodies, CancellationToken cancellationToken) => await ChangeAsync(
        id, caller, queries, bodies, request => holds.LiftAsync(request, context.Actor(Doors.Api), cancellationToken), cancellationToken);

    private static async Task<Results<Ok<RequestBody>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, Caller caller, RequestQueries queries, RequestBodies bodies, Func<BriefingRequest, Task> change, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } seen || !seen.MayBeChangedBy(caller.Viewer))
            return TypedResults.NotFound();
        await change(seen);
        return await queries.FindAsync(id, caller.Viewer, cancellationToken) is { } request
            ? TypedResults.Ok(await bodies.OfAsync(request, cancellationToken))
            : TypedResults.NotFound();
    }
}
