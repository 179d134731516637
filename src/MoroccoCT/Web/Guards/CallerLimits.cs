using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Guards;

/// <summary>How fast one caller may go on. Whoever works alone on his machine is not held up.</summary>
internal static class CallerLimits
{
    public const string Orders = "orders";

    /// <summary>Of an address of version 6, in bytes: what is behind them belongs to one household or office.</summary>
    private const int NetworkBytes = 8;

    private static readonly TimeSpan minute = TimeSpan.FromMinutes(1);

    /// <summary>Of anything that is asked for.</summary>
    public static RateLimitPartition<string> OfCalls(HttpContext context) => IsFree(context)
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(Limits(context).CallsPerMinute));

    /// <summary>Of orders, by whichever door.</summary>
    public static RateLimitPartition<string> OfOrders(HttpContext context) => IsFree(context) || !HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetNoLimiter("")
        : Window($"{Orders} {Caller(context)}", Limits(context).OrdersPerMinute);

    /// <summary>Of tries to sign in: by address, for until then nobody is known.</summary>
    public static RateLimitPartition<string> OfSignIns(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? Window($"{SignInLimit.Policy} {Network(context)}", Limits(context).SignInsPerMinute)
        : RateLimitPartition.GetNoLimiter("");

    /// <summary>The page that tells of a refusal is not refused in its turn.</summary>
    private static bool IsFree(HttpContext context) => !context.RequestServices.GetRequiredService<Access>().IsShared
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new() { PermitLimit = permits, Window = minute, SegmentsPerWindow = 6, QueueLimit = 0 });

    private static TokenBucketRateLimiterOptions Bucket(int permits)
    {
        var pause = TimeSpan.FromSeconds(Math.Max(1, minute.TotalSeconds / permits));
        return new()
        {
            TokenLimit = permits,
            ReplenishmentPeriod = pause,
            TokensPerPeriod = Math.Max(1, (int)(permits * pause.TotalSeconds / minute.TotalSeconds)),
            QueueLimit = 0,
        };
    }

    private static string Caller(HttpContext context) => context.Caller().Person is { } person ? $"{person.Id}" : Network(context);

    private static string Network(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : $"{address}";
    }

    private static LimitOptions Limits(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;
}
