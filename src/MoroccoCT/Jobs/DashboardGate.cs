using Microsoft.AspNetCore.Http.Features;

namespace MoroccoCT.Jobs;

/// <summary>
/// Stands before Hangfire's dashboard, which would read a form from whatever comes and stumble: only what it can read is passed on.
/// </summary>
internal static class DashboardGate
{
    public const string Address = "/jobs";

    /// <summary>What the dashboard's script asks for all the time.</summary>
    private const string Statistics = $"{Address}/stats";

    public static async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (await RefusalAsync(context) is { } status)
            context.Response.StatusCode = status;
        else
            await next(context);
    }

    private static async Task<int?> RefusalAsync(HttpContext context)
    {
        string[] methods = context.Request.Path.StartsWithSegments(Statistics, StringComparison.OrdinalIgnoreCase)
            ? [HttpMethods.Post]
            : [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];
        if (!methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = string.Join(", ", methods);
            return StatusCodes.Status405MethodNotAllowed;
        }

        return await CanReadFormAsync(context) ? null : StatusCodes.Status400BadRequest;
    }

    private static async Task<bool> CanReadFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            return true;
        }

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return false;
        }
    }
}
