namespace MoroccoCT.Web.Errors;

/// <summary>Every error gets an answer that says what is wrong: problem details for programs, a page for people.</summary>
internal static class ErrorSetup
{
    private static readonly PathString[] ForPrograms = ["/api", "/openapi", "/health"];

    public static void AddErrors(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        // Otherwise a body that cannot be read is answered with a bare 400.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", AllowStatusCode404Response = true });
        app.UseWhen(context => context.WantsPage(), pages => pages.UseStatusCodePagesWithReExecute("/error", "?code={0}"));
        app.UseWhen(context => !context.WantsPage(), programs => programs.UseStatusCodePages(bare =>
            ProblemHandler.Write(bare.HttpContext, ProblemMap.OfStatus(bare.HttpContext.Response.StatusCode))));
    }

    public static bool WantsPage(this HttpContext context) =>
        !ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        && context.Request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
