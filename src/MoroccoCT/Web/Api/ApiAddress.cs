using Microsoft.AspNetCore.Http.Extensions;

namespace MoroccoCT.Web.Api;

/// <summary>Where the API lies. What it lets a client do only grows; what would break a client gets the next version's address.</summary>
internal static class ApiAddress
{
    public const string Root = "/api/v1";

    /// <summary>The address of this name under which the first versions of the service had no number.</summary>
    private static readonly PathString unnumbered = "/api";

    private static readonly PathString[] oldNames = ["/library", "/estimate", "/requests", "/schedules", "/verify"];

    /// <summary>
    /// Sends clients of the first versions on, with the method, the body and the query they came with. It stands before routing: as an endpoint
    /// it would be one more that takes every method, and nothing there could be refused with 405 any more.
    /// </summary>
    public static void UseOldAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(unnumbered, StringComparison.OrdinalIgnoreCase, out var rest) || !oldNames.Any(name => IsIn(rest, name)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = context.Request.PathBase.Add(Root).Add(rest).ToUriComponent() + context.Request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    });

    /// <param name="at">The path under which the service is shown.</param>
    public static string Request(Guid id, PathString at) => $"{at}{Root}/requests/{id}";

    /// <summary>Where the documents of several requests are had in one file.</summary>
    public static string Archive(IEnumerable<Guid> ids, PathString at) =>
        $"{at}{Root}/requests/archive{new QueryBuilder(ids.Select(id => KeyValuePair.Create("ids", $"{id}")))}";

    private static bool IsIn(PathString rest, PathString name) => rest.StartsWithSegments(name, StringComparison.OrdinalIgnoreCase);
}
