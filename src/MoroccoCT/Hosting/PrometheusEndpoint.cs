using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MoroccoCT.Telemetry;

namespace MoroccoCT.Hosting;

/// <summary>The numbers for Prometheus at <c>/metrics</c>, for whoever has their token and nobody else; not there at all without one.</summary>
internal static class PrometheusEndpoint
{
    private const string Address = "/metrics";
    private const string Scheme = "Bearer ";
    private const string Refusal = "These numbers are for whoever sends the token of the setting Metrics:PrometheusToken as a bearer token.\n";

    public static void UsePrometheus(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<MetricsOptions>>().Value.PrometheusToken is not { Length: > 0 } token)
            return;
        app.UseOpenTelemetryPrometheusScrapingEndpoint(
            meterProvider: null, predicate: context => context.Request.Path == Address, path: null,
            configureBranchedPipeline: branch => branch.Use((context, next) =>
            {
                if (IsRight(context.Request.Headers.Authorization.ToString(), token))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer realm=\"metrics\"";
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(Refusal);
            }),
            optionsName: null);
    }

    /// <summary>Takes as long for a wrong one as for the right one.</summary>
    private static bool IsRight(string header, string token) => header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(HashOf(header[Scheme.Length..].Trim()), HashOf(token));

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
