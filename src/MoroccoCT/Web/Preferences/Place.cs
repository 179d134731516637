using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace MoroccoCT.Web.Preferences;

/// <summary>Where somebody is, so that he comes back there.</summary>
internal static class Place
{
    /// <summary>
    /// The address that was asked for, also where the page tells of an error. Where a form led to a deed, the address of the page without the deed: it is not
    /// done again.
    /// </summary>
    public static string Of(HttpContext context)
    {
        var request = context.Request;
        var (path, query) = context.Features.Get<IStatusCodeReExecuteFeature>() is { } bare
            ? (bare.OriginalPath, bare.OriginalQueryString)
            : (context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? request.Path, $"{request.QueryString}");
        var isDeed = QueryHelpers.ParseQuery(query).ContainsKey("handler");
        return $"{request.PathBase}{new PathString(path).ToUriComponent()}{(isDeed ? "" : query)}";
    }
}
