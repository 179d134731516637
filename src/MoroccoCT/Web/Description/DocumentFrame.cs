using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using MoroccoCT.Desk;
using MoroccoCT.Web.Endpoints;

namespace MoroccoCT.Web.Description;

/// <summary>What stands above the description's addresses: what it is, whose, under which version and server.</summary>
internal static class DocumentFrame
{
    /// <summary>Of the API, whose first number stands in its addresses; the program has a version of its own.</summary>
    private const string Version = "1.0.0";

    private static readonly (string Name, string Description)[] tags =
    [
        (EndpointTags.Library, "What can be ordered, and how long it gets."),
        (EndpointTags.Requests, "Ordering a briefing, following it and fetching the PDF."),
        (EndpointTags.Developments, "Dated items of news: recorded, proposed, and published by a second person."),
        (EndpointTags.Schedules, "Briefings that are made at fixed times."),
        (EndpointTags.Verification, "Whether a file was issued here, is unchanged and is up to date."),
        (EndpointTags.Audit, "Who did what, when and from where."),
        (EndpointTags.Health, "Whether the service runs and can do its work; for whoever looks after it."),
    ];

    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "MoroccoCT Briefings",
            Version = Version,
            Description = """
                Order briefings from the library and fetch them as PDF. Every error is answered with problem details (RFC 9457); `errors` names
                the fields, parameters or headers that are wrong. Only what the server refuses before it has read a request – a malformed or oversized
                head, an address beyond 64 KiB – has a status and no words. GET is answered to HEAD too, without the body.
                """.ReplaceLineEndings(" "),
            License = new() { Name = "MIT", Identifier = "MIT" },
            Contact = new() { Name = context.ApplicationServices.GetRequiredService<IOptions<DeskOptions>>().Value.Name ?? "The desk that runs this service" },
        };
        document.Servers = [new() { Url = Path(document), Description = "The service that gave you this description." }];
        document.Tags = new HashSet<OpenApiTag>(tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        return Task.CompletedTask;
    }

    /// <summary>The path under which the document was asked for. The service does not know under which names it is reached.</summary>
    private static string Path(OpenApiDocument document) =>
        document.Servers is [{ Url: { } url }, ..] && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.AbsolutePath.TrimEnd('/') is { Length: > 0 } path
            ? path
            : "/";
}
