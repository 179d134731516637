using System.Globalization;
using System.Threading.RateLimiting;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Guards;

/// <summary>Everything that is refused with 429 before it is looked at.</summary>
internal static class RateLimits
{
    /// <summary>For limits that do not know when there will be room again.</summary>
    private static readonly TimeSpan someTime = TimeSpan.FromSeconds(5);

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection(LimitOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : someTime;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(CallerLimits.OfCalls);
            limiter.AddPolicy(UploadLimit.Policy, UploadLimit.Of);
            limiter.AddPolicy(CallerLimits.Orders, CallerLimits.OfOrders);
            limiter.AddPolicy(SignInLimit.Policy, CallerLimits.OfSignIns);
        });
    }
}
