namespace MoroccoCT.Web.Errors;

/// <summary>Every error gets an answer that says what is wrong: problem details for programs, a page for people.</summary>
internal static class ErrorSetup
{
    private static readonly PathString[] forPrograms = ["/api", "/openapi", "/health"];

    public static void AddErrors(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        // Otherwise a body that cannot be read is answered with a bare 400.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    public static void UseErrors(this IApplicationBuilder app)
    {
        // The handler logs what there is to log.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = _ => true
        });
        app.UseWhen(context => context.WantsPage(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/error"));
        app.UseWhen(context => !context.WantsPage(context.Request.Path), programs => programs.UseStatusCodePages(bare =>
            ProblemHandler.Write(bare.HttpContext, ProblemMap.OfRefusal(bare.HttpContext, bare.HttpContext.Response.StatusCode))));
        app.Use(BareRangeRefusal);
    }

    /// <summary>A refused range still has the type of the file it was asked of, and no length: it would pass for an answer with a body.</summary>
    private static async Task BareRangeRefusal(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status416RangeNotSatisfiable })
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
    }

    /// <summary>Whether programs ask there, and no person.</summary>
    public static bool IsForPrograms(PathString path) =>
        forPrograms.Any(program => path.StartsWithSegments(program, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the answer is for a person's eyes.</summary>
    /// <param name="path">The path that was asked for.</param>
    public static bool WantsPage(this HttpContext context, PathString path) =>
        !IsForPrograms(path)
        && context.Request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
