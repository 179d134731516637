using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Web.Addresses;

/// <summary>
/// What proxies in front do to a call is undone before anything else looks at it: whose call it is, whether it came encrypted, and under which path. A proxy
/// may pass the path on or take it off; links carry it either way.
/// </summary>
internal sealed class Proxies(IOptions<WebOptions> options) : IStartupFilter
{
    /// <summary>Before all that was added until now: the first filter is the outermost.</summary>
    public static void AddTo(IServiceCollection services) => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, Proxies>());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (options.Value.TrustedProxies.Length > 0)
            app.UseForwardedHeaders(Forwarded(options.Value.TrustedProxies));
        if (options.Value.Base is { HasValue: true } path)
            app.Use((context, rest) => UnderAsync(path, context, rest));
        next(app);
    };

    /// <summary>
    /// Read from the last proxy to the first, as long as each is trusted: what a caller wrote himself stands before them. The name of the host comes in
    /// the header Host alone.
    /// </summary>
    private static ForwardedHeadersOptions Forwarded(string[] trusted)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in trusted)
        {
            if (IPAddress.TryParse(proxy, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        return forwarded;
    }

    private static Task UnderAsync(PathString path, HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase, out var rest))
            request.Path = rest;
        request.PathBase = path;
        return next(context);
    }
}
