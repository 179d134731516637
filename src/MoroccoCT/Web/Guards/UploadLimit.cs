using System.Threading.RateLimiting;

namespace MoroccoCT.Web.Guards;

/// <summary>Bounds how many files lie on disk to be checked: whoever sends one more is told to come back before anything of it is taken in.</summary>
internal static class UploadLimit
{
    public const string Policy = "upload";

    /// <summary>Of 20 MB at most each, twice where they come by the form.</summary>
    private const int AtOnce = 32;

    public static RateLimitPartition<string> Of(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetConcurrencyLimiter(Policy, _ => new() { PermitLimit = AtOnce, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter("");
}
