using System.Threading.RateLimiting;

namespace MoroccoCT.Web.SignIn;

/// <summary>
/// Bounds how fast anybody can try names and passwords, apart from all other limits: by address, and all together as far as hashing keeps the processor
/// busy.
/// </summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    /// <summary>From one address, in <see cref="Window"/>.</summary>
    public const int Tries = 30;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateLimitPartition<string> Of(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetSlidingWindowLimiter(
            $"{Policy} {context.Connection.RemoteIpAddress}",
            _ => new() { PermitLimit = Tries, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter("");
}
