using System.Globalization;

namespace MoroccoCT.Web;

/// <summary>
/// Tells the browser to run and load only what this service itself serves. A part of the service with needs of its own may set its own
/// headers first.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>Images may stand in the style sheet as data: Bootstrap draws its ticks and arrows so.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Pages need a device for passkeys and nothing else.</summary>
    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), " +
        "microphone=(), midi=(), payment=(), serial=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    /// <summary>A year without a call that could be read on the way.</summary>
    private static readonly string onlyTls = string.Create(CultureInfo.InvariantCulture, $"max-age={TimeSpan.FromDays(365).TotalSeconds:0}");

    /// <summary>Files whose address carries a hash of their content never change.</summary>
    private static readonly string forEver = string.Create(CultureInfo.InvariantCulture, $"public, max-age={TimeSpan.FromDays(365).TotalSeconds:0}, immutable");

    /// <summary>Style sheets name fonts without a hash; they are the same from one version to the next.</summary>
    private static readonly string forLong = string.Create(CultureInfo.InvariantCulture, $"public, max-age={TimeSpan.FromDays(30).TotalSeconds:0}");

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Late, so that the page that reports an error has them too.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("X-Frame-Options", "SAMEORIGIN");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", PermissionsPolicy);
            if (context.Request.IsHttps && !IsThisMachine(context.Request.Host))
                headers.TryAdd("Strict-Transport-Security", onlyTls);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Browsers would hold all that runs on the machine to it, whatever its port.</summary>
    private static bool IsThisMachine(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";

    public static void UsePageAssets(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request switch
        {
            { Query: var query } when query.ContainsKey("v") => forEver,
            { Path: var path } when path.StartsWithSegments("/fonts", StringComparison.OrdinalIgnoreCase) => forLong,
            _ => "no-cache",
        },
    });
}
