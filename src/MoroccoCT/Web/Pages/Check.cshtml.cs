using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MoroccoCT.Audit;
using MoroccoCT.Faults;
using MoroccoCT.Requests;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;
using MoroccoCT.Web.Guards;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Takes a file, says what the ledger and the library know of it, and keeps nothing.</summary>
[RequestSizeLimit(BriefingVerifier.LargestFile + FormAround)]
[RequestFormLimits(MultipartBodyLengthLimit = BriefingVerifier.LargestFile)]
[EnableRateLimiting(UploadLimit.Policy)]
public sealed class CheckModel(BriefingVerifier verifier, RequestQueries queries, RelatedRequests related, Caller caller, Words words) : PageModel
{
    private const int FormAround = 64 * 1024;
    private const int MostNewer = 5;

    public VerificationReport? Report { get; private set; }

    /// <summary>The request that the file was issued for, or that it claims to be of; null when there is none that may be seen.</summary>
    public BriefingRequest? Found { get; private set; }

    /// <summary>Issued since, newest first.</summary>
    public IReadOnlyList<BriefingRequest> Newer { get; private set; } = [];

    /// <summary>Colour of a result: good, to be known, or wrong.</summary>
    public static string Tone(VerificationReport report) => report switch
    {
        { IsGenuine: true } => "success",
        { Verdict: Verdict.Deleted or Verdict.Preview } => "warning",
        _ => "danger",
    };

    public async Task OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError(nameof(file), words.Check.NoFile);
            return;
        }

        try
        {
            await using var content = file.OpenReadStream();
            Report = await verifier.VerifyAsync(content, caller.Viewer, HttpContext.Actor(Doors.Form), cancellationToken);
            await FindAsync(Report.Number, cancellationToken);
        }
        catch (ErrandsBusyException busy)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = $"{FaultMap.Seconds(busy.RetryAfter)}";
            ModelState.AddModelError(nameof(file), words.Check.Busy);
        }
    }

    private async Task FindAsync(string? number, CancellationToken cancellationToken)
    {
        if (number is null || await queries.FindByNameAsync(number, caller.Viewer, cancellationToken) is not { } request)
            return;
        (Found, Newer) = (request, await related.LaterAsync(request, caller.Viewer, MostNewer, cancellationToken));
    }
}
