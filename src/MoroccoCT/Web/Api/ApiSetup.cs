using System.Text.Json.Nodes;
using MoroccoCT.Web.Guards;

namespace MoroccoCT.Web.Api;

/// <summary>The API and its description.</summary>
internal static class ApiSetup
{
    private const string ExampleOrder =
        """
        {
          "sections": ["us-cooperation"],
          "topics": ["training", "prisons"],
          "title": "Cooperation with the United States",
          "preparedFor": "Office of the Minister"
        }
        """;

    private const string ExampleEstimate =
        """
        {
          "depths": [
            { "depth": "summary", "pages": 1, "basis": "rule" },
            { "depth": "short", "pages": 2, "basis": "document" },
            { "depth": "standard", "pages": 5, "basis": "text" },
            { "depth": "full", "pages": 6, "basis": "text" }
          ]
        }
        """;

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", description =>
    {
        description.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "MoroccoCT Briefings",
                Version = "v1",
                Description = """
                    Order briefings from the library and fetch them as PDF. Every error is answered with problem details (RFC 9457); `errors` names
                    the fields of an order that are wrong. Only what the server refuses before it has read a request – a malformed or oversized head,
                    an address beyond 64 KiB – has a status and no words. GET is answered to HEAD too, without the body.
                    """.ReplaceLineEndings(" "),
            };
            // Addresses are relative: the service does not know under which name it is reached.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        description.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(OrderBody))
                schema.Examples = [JsonNode.Parse(ExampleOrder)!];
            if (context.JsonTypeInfo.Type == typeof(EstimateBody))
                schema.Examples = [JsonNode.Parse(ExampleEstimate)!];
            return Task.CompletedTask;
        });
    });

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiAddress.Root).ProducesProblem(414).ProducesProblem(500).ProducesProblem(503);
        api.ProducesOriginProblem();
        api.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        api.MapLibrary();
        api.MapEstimate();
        api.MapRequests();
        api.MapSchedules();
        api.MapVerification();
        api.MapAudit();
    }
}
