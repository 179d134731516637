using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MoroccoCT.Briefings;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.Description;

/// <summary>What each answer means, which headers it has, and how a refusal reads.</summary>
internal static class AnswerDescription
{
    private const string Json = "application/json";
    private const string Pdf = "application/pdf";
    private const string Zip = "application/zip";

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var answers = operation.Responses!.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList();
        operation.Responses = [];
        foreach (var (status, answer) in answers)
        {
            Describe(int.Parse(status, CultureInfo.InvariantCulture), (OpenApiResponse)answer);
            operation.Responses.Add(status, answer);
        }

        return Task.CompletedTask;
    }

    private static void Describe(int status, OpenApiResponse answer)
    {
        answer.Headers = Headers(status, answer);
        if (answer.Content?.TryGetValue(Refusals.ContentType, out var refusal) == true)
        {
            var problem = RefusalExamples.Of(status);
            answer.Description = $"{problem.Title}.";
            refusal.Example = Body(problem);
        }
        else
        {
            answer.Description = Meaning(status, answer);
        }
    }

    private static string? Meaning(int status, OpenApiResponse answer) => status switch
    {
        200 when answer.Content?.ContainsKey(Pdf) == true => "The whole document.",
        200 when answer.Content?.ContainsKey(Zip) == true => "All the documents in one file.",
        204 => "It is done, and there is nothing to show.",
        202 => "It is stored; the header Location says where to look what becomes of it.",
        206 => "The bytes that the header Range asks for.",
        503 => "It cannot do its work at present.",
        200 => "As asked.",
        _ => answer.Description,
    };

    private static Dictionary<string, IOpenApiHeader>? Headers(int status, OpenApiResponse answer)
    {
        var headers = new Dictionary<string, IOpenApiHeader>();
        if (status == 202)
            headers["Location"] = Header("Address under which to look what becomes of it.", $"{Api.ApiAddress.Root}/requests/{Examples.RequestId}");
        if (status is 429 or 503 && answer.Content?.ContainsKey(Json) != true)
            headers["Retry-After"] = Seconds("Seconds after which it is worth another try; missing where nobody can say.", 5);
        if (answer.Content?.ContainsKey(Pdf) == true)
        {
            headers["ETag"] = Header("SHA-256 of the document, in quotation marks.", $"\"{Examples.Sha256}\"");
            headers["Last-Modified"] = Header("When the document was made.", "Sat, 28 Nov 2026 09:30:01 GMT");
            headers["Content-Disposition"] = Header("A file name that tells what is inside.", "inline; filename=MCT-2026-0042_en_TLP-CLEAR.pdf");
        }

        if (answer.Content?.ContainsKey(Zip) == true)
            headers["Content-Disposition"] = Header("A file name with the day.", "attachment; filename=briefings-2026-11-28.zip");
        if (status is 206)
            headers["Content-Range"] = Header("Which bytes they are, and how many there are in all.", "bytes 0-1023/118264");
        if (status is 416)
            headers["Content-Range"] = Header("How many bytes there are.", "bytes */118264");
        return headers.Count > 0 ? headers : null;
    }

    private static OpenApiHeader Header(string description, string example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };

    private static OpenApiHeader Seconds(string description, int example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" }, Example = example };

    private static JsonNode Body(Problem problem)
    {
        var body = new ProblemBody(problem.Title, problem.Status, problem.Detail, $"00-{Examples.TraceId}-7d9dbe89112c0c50-00",
            null, problem.Errors);
        var node = JsonSerializer.SerializeToNode(body, BriefingJson.Options)!.AsObject();
        foreach (var missing in node.Where(member => member.Value is null).Select(member => member.Key).ToList())
            node.Remove(missing);
        return node;
    }
}
