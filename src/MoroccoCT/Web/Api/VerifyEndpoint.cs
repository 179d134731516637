using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using MoroccoCT.Audit;
using MoroccoCT.Verification;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>What the page <em>Check a briefing</em> tells, for programs.</summary>
internal static class VerifyEndpoint
{
    private const string Pdf = "application/pdf";

    public static void MapVerification(this IEndpointRouteBuilder api) => api
        .MapPost("/verify", VerifyAsync)
        .WithTags(EndpointTags.Verification)
        .WithName("verifyBriefing")
        .WithSummary("Tell whether a PDF was issued here, is unchanged and is up to date")
        .WithDescription(
            "The body is the file, as application/pdf, at most 20 MB. It is not kept. A body that is no PDF, or a damaged one, is answered with the verdict "
            + "`notPdf` or `damagedPdf`, and one that brings down its reader or keeps it busy for too long with `notChecked`.")
        .Accepts<Stream>(Pdf)
        .Refuses(400, 413, 415)
        .RequireRateLimiting(UploadLimit.Policy)
        .WithMetadata(new LargerBody());

    private static async Task<Results<Ok<VerificationReport>, ProblemHttpResult>> VerifyAsync(
        HttpRequest request, BriefingVerifier verifier, Caller caller, CancellationToken cancellationToken) =>
        IsPdf(request.ContentType)
            ? TypedResults.Ok(await verifier.VerifyAsync(request.Body, caller.Viewer, request.HttpContext.Actor(Doors.Api), cancellationToken))
            : TypedResults.Problem(ProblemMap.OfStatus(StatusCodes.Status415UnsupportedMediaType).ToDetails());

    /// <summary>Routing refuses another type, but not a body without any.</summary>
    private static bool IsPdf(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var media) && media.MediaType.Equals(Pdf, StringComparison.OrdinalIgnoreCase);

    private sealed class LargerBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => BriefingVerifier.LargestFile;
    }
}
