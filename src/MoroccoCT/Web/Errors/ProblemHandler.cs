using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using MoroccoCT.Faults;

namespace MoroccoCT.Web.Errors;

/// <summary>Answers an exception with problem details, except where a person waits for a page.</summary>
internal sealed class ProblemHandler(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var origin = context.Features.Get<IExceptionHandlerPathFeature>()!;
        // As it stands in an address: what was sent cannot break a line of the log.
        var path = new PathString(origin.Path).ToUriComponent();
        var problem = ProblemMap.Of(exception, Body(origin.Endpoint));
        if (problem.IsOurs)
            log.LogError(exception, "{Method} {Path} failed", context.Request.Method, path);
        else
            // The detail repeats what was sent: a name, or a password that somebody put in the wrong place.
            log.LogInformation("{Method} {Path} refused: {Title}", context.Request.Method, path, problem.Title);
        if (problem.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = $"{FaultMap.Seconds(wait)}";
        if (context.WantsPage(origin.Path))
            return false;
        await Write(context, problem);
        return true;
    }

    public static Task Write(HttpContext context, Problem problem)
    {
        // What was said of the document that was asked for is not true of its refusal.
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        (headers.ETag, headers.LastModified, headers.ContentDisposition) = (default, default, default);
        return TypedResults.Problem(problem.ToDetails()).ExecuteAsync(context);
    }

    private JsonTypeInfo? Body(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type ? json.Value.SerializerOptions.GetTypeInfo(type) : null;
}
