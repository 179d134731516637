using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Health;

internal static class HealthSetup
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<EngineCheck>();
        services.AddSingleton<LedgerCheck>();
        services.AddSingleton<ServiceHealth>();
        services.AddHealthChecks()
            .AddCheck<LibraryCheck>("library")
            .AddCheck<LedgerCheck>("ledger")
            .AddCheck<EngineCheck>("engine")
            .AddCheck<SchedulesCheck>("schedules")
            .AddCheck<DocumentsCheck>(ServiceHealth.Documents)
            .AddCheck<DeliveryCheck>("delivery")
            .AddCheck<EditionsCheck>(ServiceHealth.Editions)
            .AddCheck<RetentionCheck>("retention");
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags(EndpointTags.Health).Refuses(414, 429).AllowAnonymous();
        health.MapRead("/live", Live).WithName("showLiveness").WithSummary("Tell that the process runs and answers")
            .WithDescription("Looks at nothing else.");
        health.MapRead("/ready", ReadyAsync).WithName("showReadiness").WithSummary("Tell whether briefings can be made")
            .WithDescription("Checks the library, the ledger and the engine, which sets a tiny document. 503 while one of them fails.")
            .Produces<HealthBody>().Produces<HealthBody>(503);
    }

    private static Ok<HealthBody> Live(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthBody(HealthStatus.Healthy, new Dictionary<string, HealthCheckBody>()));
    }

    private static async Task<JsonHttpResult<HealthBody>> ReadyAsync(
        ServiceHealth health, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var found = await health.LookAsync(cancellationToken);
        return TypedResults.Json(caller.MayAdminister ? found : found.InShort(), statusCode: found.Status == HealthStatus.Unhealthy ? 503 : 200);
    }
}
