using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Verification;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>Takes a file, says what the ledger and the library know of it, and keeps nothing: it stays in memory and goes with the answer.</summary>
[RequestSizeLimit(BriefingVerifier.LargestFile + FormAround)]
[RequestFormLimits(MultipartBodyLengthLimit = BriefingVerifier.LargestFile, MemoryBufferThreshold = BriefingVerifier.LargestFile)]
public sealed class CheckModel(BriefingVerifier verifier, Words words) : PageModel
{
    private const int FormAround = 64 * 1024;

    public VerificationReport? Report { get; private set; }

    public async Task OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError(nameof(file), words.Check.NoFile);
            return;
        }

        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        Report = await verifier.VerifyAsync(bytes, cancellationToken);
    }
}
