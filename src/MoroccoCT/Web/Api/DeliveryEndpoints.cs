using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Delivery;
using MoroccoCT.Requests;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Finished briefings on their way to recipients.</summary>
internal static class DeliveryEndpoints
{
    /// <summary>The member of both bodies that name recipients.</summary>
    public const string Member = "deliverTo";

    public static void MapDeliveries(this IEndpointRouteBuilder requests)
    {
        requests.MapRead("/{id:guid}/deliveries", ListAsync).WithName("listDeliveries").WithSummary("List to whom a request's briefing was sent")
            .WithDescription("For the desk whose request it is. Each delivery tells how far it is, and what the other side said.").Refuses(404);
        requests.MapPost("/{id:guid}/deliveries", SendAsync).WithName("sendBriefing").WithSummary("Send a finished briefing")
            .WithDescription("Stores the deliveries and answers at once; they are sent in the background. To whom it is on its way already, it goes once. "
                + "Whether a recipient may have it is looked at now, and again when it is sent.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Order).RequireRateLimiting(CallerLimits.Orders);
    }

    private static async Task<Results<Ok<DeliveryListBody>, NotFound>> ListAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, Caller caller, RequestQueries queries, Deliveries deliveries, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, caller.Viewer, cancellationToken) is { } request && request.MayBeChangedBy(caller.Viewer)
            ? TypedResults.Ok(DeliveryListBody.Of(await deliveries.ListAsync(id, cancellationToken)))
            : TypedResults.NotFound();

    private static async Task<Results<Accepted<DeliveryListBody>, NotFound, ProblemHttpResult>> SendAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, SendBody wanted, HttpContext context, Caller caller, RequestQueries queries,
        RecipientReader recipients, Deliveries deliveries, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, caller.Viewer, cancellationToken) is not { } request || !request.MayBeChangedBy(caller.Viewer))
            return TypedResults.NotFound();
        if (request.State != RequestState.Completed)
            return TypedResults.Problem(RequestEndpoints.NoDocument(request, context.Request.PathBase).ToDetails());
        if (wanted.DeliverTo.Length == 0)
            return TypedResults.Problem(ProblemMap.OfParameter(Member, $"'{Member}' names nobody. Name at least one recipient.").ToDetails());
        var to = await recipients.ReadAsync(RecipientBody.Wanted(wanted.DeliverTo), request, caller.Viewer, cancellationToken);
        var sent = await deliveries.SendAsync(id, to, context.Actor(Doors.Api), cancellationToken);
        return TypedResults.Accepted($"{ApiAddress.Request(id, context.Request.PathBase)}/deliveries", DeliveryListBody.Of(sent));
    }
}
