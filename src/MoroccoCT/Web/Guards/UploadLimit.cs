using System.Globalization;
using System.Threading.RateLimiting;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Guards;

/// <summary>Bounds how many files lie on disk to be checked: whoever sends one more is told to come back before anything of it is taken in.</summary>
internal static class UploadLimit
{
    public const string Policy = "upload";

    /// <summary>Of 20 MB at most each, twice where they come by the form.</summary>
    private const int AtOnce = 32;

    private const int RetrySeconds = 5;

    public static void AddUploadLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetConcurrencyLimiter(Policy, _ => new() { PermitLimit = AtOnce, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(SignInLimit.Policy, SignInLimit.Of);
    });
}
