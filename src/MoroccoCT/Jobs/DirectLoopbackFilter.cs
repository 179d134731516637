using System.Collections.Frozen;
using System.Net;
using Hangfire.Dashboard;
using Microsoft.Net.Http.Headers;

namespace MoroccoCT.Jobs;

/// <summary>
/// Lets in a browser on this machine that came by itself. A proxy here is not the one who asks; most tell of that in headers of many
/// names, so whatever holds a header that no browser sends is refused.
/// </summary>
internal sealed class DirectLoopbackFilter : IDashboardAuthorizationFilter
{
    /// <summary>What browsers tell of themselves and of the page that asks.</summary>
    private const string ByBrowsers = "Sec-";

    /// <summary>The last two are those of the dashboard's own script.</summary>
    private static readonly FrozenSet<string> sentByBrowsers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        HeaderNames.Host, HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.UserAgent, HeaderNames.Cookie, HeaderNames.Origin, HeaderNames.Referer,
        HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.CacheControl, HeaderNames.Pragma, HeaderNames.DNT, "Priority",
        HeaderNames.UpgradeInsecureRequests, HeaderNames.IfModifiedSince, HeaderNames.IfNoneMatch, HeaderNames.ContentType, HeaderNames.ContentLength,
        "X-Requested-With", "RequestVerificationToken");

    public bool Authorize(DashboardContext context) => Allows(context.GetHttpContext());

    public static bool Allows(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && IsHere(context.Request.Host)
        && !HttpProtocol.IsHttp10(context.Request.Protocol)
        && context.Request.Headers.Keys.All(IsSentByBrowsers)
        && context.Request.Headers.Origin.Concat(context.Request.Headers.Referer).All(page => IsOf(page, context.Request.Host));

    private static bool IsHere(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsSentByBrowsers(string header) => sentByBrowsers.Contains(header) || header.StartsWith(ByBrowsers, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a page has the address under which the dashboard is asked for: behind a proxy it has that of the proxy.</summary>
    private static bool IsOf(string? page, HostString host) =>
        Uri.TryCreate(page, UriKind.Absolute, out var uri) && HostString.FromUriComponent(uri).Equals(host);
}
