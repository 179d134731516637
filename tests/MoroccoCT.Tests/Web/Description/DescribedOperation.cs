using System.Text.Json;

namespace MoroccoCT.Tests.Web.Description;

/// <summary>One operation as the API describes it to programs.</summary>
internal sealed record DescribedOperation(string Method, string Path, JsonElement Json)
{
    public string Id => Json.Text("operationId");

    public IEnumerable<JsonElement> Parameters => Json.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    /// <summary>Media types of the body it takes.</summary>
    public IReadOnlyList<string> Bodies => Json.TryGetProperty("requestBody", out var body) ? Types(body) : [];

    public static async Task<IReadOnlyList<DescribedOperation>> AllAsync(HttpClient client)
    {
        var description = await (await client.GetAsync("/openapi/v1.json")).JsonAsync();
        return
        [
            .. description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
                .Where(operation => operation.Value.TryGetProperty("operationId", out _))
                .Select(operation => new DescribedOperation(operation.Name.ToUpperInvariant(), path.Name, operation.Value))),
        ];
    }

    /// <summary>Whether an answer of this status and type is described.</summary>
    public bool Describes(int status, string? type) => Json.GetProperty("responses").TryGetProperty($"{status}", out var response)
        && (type is null ? Types(response).Count == 0 : Types(response).Contains(type));

    private static IReadOnlyList<string> Types(JsonElement holder) =>
        holder.TryGetProperty("content", out var content) ? [.. content.EnumerateObject().Select(type => type.Name)] : [];
}
