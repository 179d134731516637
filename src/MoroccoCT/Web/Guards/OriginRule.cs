using Microsoft.AspNetCore.Diagnostics;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Guards;

/// <summary>
/// A page of another origin may not change anything here, be it by a form or by the API: whoever opens it in his browser has not asked for that. Browsers say
/// where a call comes from, and a page cannot forge it; a program that says nothing is let in.
/// </summary>
internal static class OriginRule
{
    public static void UseOriginRule(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page that tells of a refusal is not refused in its turn.
        if (IsSafe(context.Request.Method) || IsOurs(context.Request) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Features.Set(ProblemMap.Foreign);
        return Task.CompletedTask;
    });

    /// <summary>Describes the refusal at each endpoint that it can meet.</summary>
    public static void RefusesOtherOrigins(this IEndpointConventionBuilder routes) => routes.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(methods => !methods.HttpMethods.All(IsSafe)))
            endpoint.Metadata.Add(Refusals.Metadata(StatusCodes.Status403Forbidden));
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>By the browser's judgement where it gives one; by the origin it names where it is too old for that, or the address not encrypted.</summary>
    private static bool IsOurs(HttpRequest request) => CallSite.IsOurs(request)
        ?? (request.Headers.Origin is not { Count: > 0 } origin || IsSame(origin.ToString(), $"{request.Scheme}://{request.Host}"));

    private static bool IsSame(string origin, string ours) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate(ours, UriKind.Absolute, out var own)
        && (theirs.Scheme, theirs.Host, theirs.Port) == (own.Scheme, own.Host, own.Port);
}
