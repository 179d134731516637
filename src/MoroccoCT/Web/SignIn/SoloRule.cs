using Microsoft.Net.Http.Headers;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.SignIn;

/// <summary>
/// Without sign-in nobody but the person at this machine is answered. A proxy here would let in whoever reaches it; most tell of that in headers, and some
/// speak a protocol that no browser speaks any more.
/// </summary>
internal static class SoloRule
{
    private static readonly string[] byProxies = ["Forwarded", HeaderNames.Via, "X-Real-IP", "CF-Connecting-IP", "True-Client-IP"];

    private const string Forwarded = "X-Forwarded-";

    public static void UseSoloRule(this WebApplication app) => app.Use((context, next) =>
    {
        if (app.Services.GetRequiredService<Access>().IsShared || !CameByProxy(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Features.Set(ProblemMap.Proxied);
        return Task.CompletedTask;
    });

    private static bool CameByProxy(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol)
        || request.Headers.Keys.Any(header => header.StartsWith(Forwarded, StringComparison.OrdinalIgnoreCase)
            || byProxies.Contains(header, StringComparer.OrdinalIgnoreCase));
}
