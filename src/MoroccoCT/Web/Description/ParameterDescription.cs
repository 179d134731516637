using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MoroccoCT.Web.Endpoints;

namespace MoroccoCT.Web.Description;

/// <summary>Parameters with their values and an example of each.</summary>
internal static class ParameterDescription
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var given = context.Description.ParameterDescriptions.FirstOrDefault(known => known.Name == parameter.Name);
            if (Info(given)?.GetCustomAttributes(typeof(ReadAsAttribute), false) is [ReadAsAttribute read])
                parameter.Schema = Schema(parameter.Schema!, read.Type, context.Document!);
            parameter.Example = Examples.Of(parameter.Name!);
        }

        return Task.CompletedTask;
    }

    private static System.Reflection.ParameterInfo? Info(ApiParameterDescription? parameter) =>
        parameter?.ParameterDescriptor is IParameterInfoParameterDescriptor descriptor ? descriptor.ParameterInfo : null;

    private static IOpenApiSchema Schema(IOpenApiSchema schema, Type type, OpenApiDocument document)
    {
        if (type == typeof(DateOnly))
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" };
        if (type == typeof(bool))
            return new OpenApiSchema { Type = JsonSchemaType.Boolean };
        var values = new OpenApiSchemaReference(type.Name, document);
        if (schema.Type is JsonSchemaType.Array)
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = values };
        values.Reference.Default = schema.Default;
        return values;
    }
}
