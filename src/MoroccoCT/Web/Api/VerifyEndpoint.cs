using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using MoroccoCT.Verification;

namespace MoroccoCT.Web.Api;

/// <summary>What the page <em>Check a briefing</em> tells, for programs.</summary>
internal static class VerifyEndpoint
{
    /// <summary>In bytes.</summary>
    private const long LargestFile = BriefingVerifier.LargestFile;

    public static void MapVerification(this IEndpointRouteBuilder api) => api
        .MapPost("/verify", VerifyAsync)
        .WithName("VerifyBriefing")
        .WithSummary("Tells whether a PDF was issued here, is unchanged and is up to date.")
        .WithDescription("The body is the file, as application/pdf, at most 20 MB. It is not kept. A body that is no PDF, or a damaged one, is answered with the verdict `notPdf` or `damagedPdf`.")
        .Accepts<Stream>("application/pdf")
        .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415)
        .WithMetadata(new LargerBody());

    private static async Task<Ok<VerificationReport>> VerifyAsync(Stream body, BriefingVerifier verifier, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await body.CopyToAsync(file, cancellationToken);
        return TypedResults.Ok(await verifier.VerifyAsync(file.ToArray(), cancellationToken));
    }

    private sealed class LargerBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => LargestFile;
    }
}
