using Scalar.AspNetCore;

namespace MoroccoCT.Web.Description;

/// <summary>The script that shows the description to people: Scalar's, served by us to a page of ours.</summary>
internal static class DescriptionReader
{
    public const string Script = $"{Folder}/{ScriptFile}";

    private const string Folder = "/docs/reader";
    private const string ScriptFile = "scalar.js";

    /// <summary>
    /// The style sheets the script makes carry the page's nonce. It also styles single elements, for which there is neither nonce nor hash. Scripts
    /// stay as strict as on every page.
    /// </summary>
    public static string ContentSecurityPolicy(string nonce) => SecurityHeaders.ContentSecurityPolicy.Replace(
        "style-src 'self';", $"style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline';", StringComparison.Ordinal);

    /// <summary>The package brings a page and an icon as well; ours take their place.</summary>
    public static void MapDescriptionReader(this IEndpointRouteBuilder app) => app.MapScalarApiReference(Folder).AllowAnonymous().Add(endpoint =>
    {
        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        if (((RouteEndpointBuilder)endpoint).RoutePattern.RawText?.EndsWith($"/{ScriptFile}", StringComparison.Ordinal) != true)
            endpoint.RequestDelegate = NothingAsync;
    });

    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
