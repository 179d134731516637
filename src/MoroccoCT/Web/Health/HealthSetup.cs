using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MoroccoCT.Web.Health;

internal static class HealthSetup
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<EngineCheck>();
        services.AddHealthChecks()
            .AddCheck<LibraryCheck>("library")
            .AddCheck<LedgerCheck>("ledger")
            .AddCheck<EngineCheck>("engine");
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live).WithName("live").WithSummary("Tells that the process runs and answers");
        health.MapGet("/ready", ReadyAsync).WithName("ready").WithSummary("Tells whether briefings can be made")
            .WithDescription("Checks the library, the ledger and the engine, which sets a tiny document. 503 while one of them fails.")
            .Produces<HealthBody>().Produces<HealthBody>(503);
    }

    private static Ok<HealthBody> Live(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthBody(HealthStatus.Healthy, new Dictionary<string, HealthCheckBody>()));
    }

    private static async Task<JsonHttpResult<HealthBody>> ReadyAsync(HealthCheckService checks, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var report = await checks.CheckHealthAsync(cancellationToken);
        return TypedResults.Json(HealthBody.Of(report), statusCode: report.Status == HealthStatus.Unhealthy ? 503 : 200);
    }
}
