using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.Description;

/// <summary>What the framework leaves out or says too strictly of the members of bodies.</summary>
internal static class SchemaDescription
{
    /// <summary>The name under which a type is described once for all; null describes it at each place.</summary>
    /// <remarks>Generators know the bytes of a file only where they stand, not behind a name.</remarks>
    public static string? NameOf(JsonTypeInfo type) => 
        type.Type == typeof(Stream) || type.Type == typeof(IFormFile) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        // Values alone would be of any type: a generator takes them for numbers.
        if (type.IsEnum)
            schema.Type = JsonSchemaType.String;
        if (type == typeof(OrderBody))
            DescribeOrder(schema);
        // Answers may gain members: a client that was told that there are no others would refuse them.
        else if (schema.Properties is { Count: > 0 })
            schema.AdditionalPropertiesAllowed = true;
        if (type == typeof(ProblemBody))
            DescribeProblem(schema);
        if (Examples.Of(type) is { } example)
            schema.Examples = [example];
        return Task.CompletedTask;
    }

    /// <summary>A member with nothing to say is left out, never null.</summary>
    private static void DescribeProblem(OpenApiSchema problem)
    {
        foreach (var member in problem.Properties!.Values.OfType<OpenApiSchema>())
            member.Type &= ~JsonSchemaType.Null;
    }

    /// <summary>What a member of an order is that is not sent: generators would send a value of their own, such as an enumeration's first.</summary>
    /// <remarks>Done in the whole document, since the references to enumerations come to be after the schemas.</remarks>
    public static Task DescribeDefaultsAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var order = document.Components!.Schemas![nameof(OrderBody)].Properties!;
        foreach (var (name, value) in JsonSerializer.SerializeToNode(new OrderBody(), BriefingJson.Options)!.AsObject())
        {
            if (value is not JsonValue)
                continue;
            if (order[name] is OpenApiSchemaReference reference)
                reference.Reference.Default = value.DeepClone();
            else
                ((OpenApiSchema)order[name]).Default = value.DeepClone();
        }

        return Task.CompletedTask;
    }

    /// <summary>How long a line may get. It is no rule for answers: there typography may have made a line longer.</summary>
    private static void DescribeOrder(OpenApiSchema order)
    {
        order.Properties!["title"].Description += $" One line of at most {OrderValidator.TitleLength} characters.";
        order.Properties["preparedFor"].Description += $" One line of at most {OrderValidator.PreparedForLength} characters.";
    }
}
