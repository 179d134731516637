using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.Health;

internal static class HealthSetup
{
    private const string Documents = "documents";

    /// <summary>For whoever distributes requests. Nothing else is looked at: the engines have their hands full.</summary>
    private static readonly HealthBody stopping = new(HealthStatus.Unhealthy, new Dictionary<string, HealthCheckBody>
    {
        ["service"] = new(HealthStatus.Unhealthy, "The service is stopping. What is in work is finished, nothing new is taken."),
    });

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<EngineCheck>();
        services.AddSingleton<LedgerCheck>();
        services.AddHealthChecks()
            .AddCheck<LibraryCheck>("library")
            .AddCheck<LedgerCheck>("ledger")
            .AddCheck<EngineCheck>("engine")
            .AddCheck<DocumentsCheck>(Documents);
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags(EndpointTags.Health).Refuses(414);
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
        HealthCheckService checks, IHostApplicationLifetime lifetime, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return TypedResults.Json(stopping, statusCode: 503);
        var report = await checks.CheckHealthAsync(cancellationToken);
        var status = Overall(report);
        return TypedResults.Json(HealthBody.Of(report) with { Status = status }, statusCode: status == HealthStatus.Unhealthy ? 503 : 200);
    }

    /// <summary>A damaged document is a matter of its own: it must be seen to, and yet briefings can be made.</summary>
    private static HealthStatus Overall(HealthReport report) => report.Entries
        .Select(entry => entry.Key == Documents && entry.Value.Status == HealthStatus.Unhealthy ? HealthStatus.Degraded : entry.Value.Status).Min();
}
