using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Releasing an edition, having it made anew and correcting it.</summary>
internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder requests)
    {
        requests.MapPost("/{id:guid}/release", ReleaseAsync).WithName("releaseEdition").WithSummary("Release an edition that waits")
            .WithDescription("It goes out at its time, or at once where that is over. The release is for the file with the hash that is sent: "
                + "when there is another by now, nothing is released. Whoever wrote all of its news cannot release it.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Publish);
        requests.MapPost("/{id:guid}/renew", RenewAsync).WithName("renewEdition").WithSummary("Make an edition that waits anew")
            .WithDescription("With what was published and changed since. It keeps its number, and has to be released as before.")
            .Refuses(404, 409).RequireAuthorization(Policies.Publish);
        requests.MapPost("/{id:guid}/correct", CorrectAsync).WithName("correctEdition").WithSummary("Supersede an edition by a correction")
            .WithDescription("Another edition for the same period, in all its languages, takes its place and is sent to the recipients of the schedule. "
                + "Asked for twice, it is made once. The answer is the correction in the first of its languages.")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Policies.Publish);
    }

    private static async Task<Results<Ok<RequestBody>, NotFound>> ReleaseAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, ReleaseInput release, HttpContext context, Caller caller, EditionApproval approval,
        RequestBodies bodies, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await approval.ReleaseAsync(id, release.Sha256, caller.Viewer, context.Actor(Doors.Api), cancellationToken), bodies, cancellationToken);

    private static async Task<Results<Ok<RequestBody>, NotFound>> RenewAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, HttpContext context, Caller caller, EditionRenewal renewal, RequestBodies bodies,
        CancellationToken cancellationToken) =>
        await AnswerAsync(await renewal.MakeAnewAsync(id, caller.Viewer, context.Actor(Doors.Api), cancellationToken), bodies, cancellationToken);

    private static async Task<Results<Ok<RequestBody>, NotFound>> CorrectAsync(
        [Description(RequestEndpoints.RequestId)] Guid id, CorrectionInput correction, HttpContext context, Caller caller, EditionRenewal renewal,
        RequestBodies bodies, CancellationToken cancellationToken) => await AnswerAsync(
        (await renewal.CorrectAsync(id, correction.Reason, caller.Viewer, context.Actor(Doors.Api), cancellationToken))?[0].Request,
        bodies,
        cancellationToken);

    private static async Task<Results<Ok<RequestBody>, NotFound>> AnswerAsync(
        BriefingRequest? request, RequestBodies bodies, CancellationToken cancellationToken) =>
        request is null ? TypedResults.NotFound() : TypedResults.Ok(await bodies.OfAsync(request, cancellationToken));
}

/// <summary>A release is for one file.</summary>
public sealed record ReleaseInput
{
    /// <summary>SHA-256 of the file that was looked at, in hexadecimal.</summary>
    [Required]
    public string Sha256 { get; init; } = "";
}

public sealed record CorrectionInput
{
    /// <summary>Printed on the correction: one line of at most 300 characters.</summary>
    [Required]
    public string Reason { get; init; } = "";
}
