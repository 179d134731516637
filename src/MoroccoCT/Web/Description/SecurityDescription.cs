using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MoroccoCT.Web.Description;

/// <summary>How a program shows who it is.</summary>
internal static class SecurityDescription
{
    private const string Scheme = "apiKey";

    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "In solo mode no key is needed; in shared mode each call needs the header `Authorization: Bearer KEY`.",
        };
        // Either nothing or a key: a client need not know in which mode the service runs.
        document.Security = [[], new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
