using System.Text.Json;
using System.Text.Json.Nodes;
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
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        // Values alone would be of any type: a generator takes them for numbers.
        if (type.IsEnum)
            schema.Type = JsonSchemaType.String;
        if (type == typeof(OrderBody) || type == typeof(SubmissionBody))
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
        foreach (var body in new[] { nameof(OrderBody), nameof(SubmissionBody) })
            DescribeDefaults(document.Components!.Schemas![body].Properties!);
        return Task.CompletedTask;
    }

    private static void DescribeDefaults(IDictionary<string, IOpenApiSchema> order)
    {
        foreach (var (name, value) in JsonSerializer.SerializeToNode(new OrderBody(), BriefingJson.Options)!.AsObject())
        {
            if (value is not JsonValue)
                continue;
            if (order[name] is OpenApiSchemaReference reference)
                reference.Reference.Default = value.DeepClone();
            else
                ((OpenApiSchema)order[name]).Default = value.DeepClone();
        }
    }

    /// <summary>Describes the bytes of a file where they stand: behind a name, generators do not know them as such.</summary>
    public static Task DescribeFilesAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var files = document.Components!.Schemas!.Where(schema => schema.Value is { Type: JsonSchemaType.String, Format: "binary" })
            .Select(schema => schema.Key).ToList();
        foreach (var content in document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(Contents))
        {
            if (content.Schema is OpenApiSchemaReference { Reference.Id: { } name } && files.Contains(name))
                content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        }

        foreach (var name in files)
            document.Components.Schemas!.Remove(name);
        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiMediaType> Contents(OpenApiOperation operation) =>
        operation.Responses!.Values.Select(answer => answer.Content).Append(operation.RequestBody?.Content)
            .SelectMany(content => content?.Values ?? []).OfType<OpenApiMediaType>();

    /// <summary>How long a line may get. It is no rule for answers: there typography may have made a line longer.</summary>
    private static void DescribeOrder(OpenApiSchema order)
    {
        order.Properties!["title"].Description += $" One line of at most {OrderValidator.TitleLength} characters.";
        order.Properties["preparedFor"].Description += $" One line of at most {OrderValidator.PreparedForLength} characters.";
    }
}
