namespace MoroccoCT.Web;

/// <summary>A service that is stopping finishes what is in work and still tells how that goes, but takes nothing new.</summary>
internal static class Stopping
{
    /// <summary>For the next one to be there.</summary>
    private static readonly TimeSpan retryAfter = TimeSpan.FromSeconds(30);

    public static void UseStopping(this WebApplication app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested || HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = $"{retryAfter.TotalSeconds:0}";
        return Task.CompletedTask;
    });
}
