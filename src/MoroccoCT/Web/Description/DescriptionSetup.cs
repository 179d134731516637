namespace MoroccoCT.Web.Description;

/// <summary>The API described for programs (OpenAPI) and for people.</summary>
internal static class DescriptionSetup
{
    public const string Address = "/openapi/v1.json";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", description =>
    {
        description.AddDocumentTransformer(DocumentFrame.DescribeAsync);
        description.AddDocumentTransformer(SecurityDescription.DescribeAsync);
        description.AddDocumentTransformer(SchemaDescription.DescribeDefaultsAsync);
        description.AddDocumentTransformer(SchemaDescription.DescribeFilesAsync);
        description.AddSchemaTransformer(SchemaDescription.DescribeAsync);
        description.AddOperationTransformer(ParameterDescription.DescribeAsync);
        description.AddOperationTransformer(AnswerDescription.DescribeAsync);
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapOpenApi(Address).AllowAnonymous().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
}
