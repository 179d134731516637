using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Hosting;

/// <summary>TLS by the service itself, where no proxy in front does it.</summary>
internal static class TlsSetup
{
    /// <summary>A certificate that ends sooner is a warning at the start.</summary>
    private static readonly TimeSpan soon = TimeSpan.FromDays(14);

    /// <exception cref="UsageException">There is no certificate, or it cannot be used.</exception>
    public static void AddTls(this WebApplicationBuilder builder, ListenAddresses addresses)
    {
        if (addresses.TlsPort is not { } port)
            return;
        var web = WebOptions.Of(builder.Configuration);
        var name = $"{WebOptions.Section}:{nameof(WebOptions.Certificate)}";
        if (web.Certificate is not { Length: > 0 } file)
            throw new UsageException(
                $"--urls: https needs a certificate. Name its file with the setting {name}, or listen with http behind a proxy that does TLS.");
        var certificate = ServiceCertificate.Read(name, file, web.CertificateKey, web.CertificatePassword);
        builder.Services.AddSingleton(certificate);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificate = certificate.Own;
            https.ServerCertificateChain = certificate.Chain;
        }));

        // A port that the system chooses is found out by the middleware once the service listens.
        builder.Services.Configure<HttpsRedirectionOptions>(redirection =>
        {
            redirection.HttpsPort = port == 0 ? null : port;
            redirection.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
        });
    }

    /// <summary>Whoever comes without TLS is sent on, but for the look of a machine after the service's health.</summary>
    public static void UseTls(this WebApplication app, ListenAddresses addresses)
    {
        if (addresses.TlsPort is null)
            return;
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase),
            others => others.UseHttpsRedirection());
    }

    /// <summary>What whoever runs the service should know of how it is reached.</summary>
    public static void Warn(WebApplication app, ListenAddresses addresses, WebOptions web)
    {
        if (addresses.AreReadable && web.TrustedProxies.Length == 0)
        {
            app.Logger.LogWarning(
                "Other machines reach the service without TLS: passwords can be read on the way. Listen with https and Web:Certificate, "
                + "or put a proxy with TLS in front and name it in Web:TrustedProxies");
        }

        if (app.Services.GetService<ServiceCertificate>() is not { } certificate)
            return;
        var end = new DateTimeOffset(certificate.Own.NotAfter);
        if (end < app.Services.GetRequiredService<TimeProvider>().GetUtcNow() + soon)
        {
            app.Logger.LogWarning(
                "The certificate {Certificate} ends on {End:yyyy-MM-dd}. Put a new one in its place and start the service again", web.Certificate, end);
        }
    }
}
