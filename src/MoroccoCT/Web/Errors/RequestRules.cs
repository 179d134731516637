using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace MoroccoCT.Web.Errors;

/// <summary>
/// What nobody here could read is refused before anything tries to: what a reader throws from deep inside cannot be told from
/// a fault of our own. The page that reports an error is made whatever came.
/// </summary>
internal static class RequestRules
{
    /// <summary>In bytes. An order is small; what needs more asks for it at its own endpoint.</summary>
    public const long LargestBody = 64 * 1024;

    /// <summary>In characters, path and query together.</summary>
    public const int LongestAddress = 8 * 1024;

    /// <summary>In bytes. Up to here we say ourselves that an address is too long; beyond, the server does, without a word.</summary>
    public const int LongestRequestLine = 64 * 1024;

    public static void UseAddressLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (IsErrorPage(context) || (request.Path.Value ?? "").Length + (request.QueryString.Value ?? "").Length <= LongestAddress)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    });

    /// <summary>To stand after routing: it depends on the endpoint what a body is for.</summary>
    public static void UseBodyRules(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!IsErrorPage(context))
        {
            RefusePacked(context.Request);
            var charset = Charset(context.Request);
            if ((charset is null or UTF8Encoding) && IsReadAsText(context))
                await RefuseOtherThanUtf8Async(context);
        }

        await next(context);
    });

    private static bool IsErrorPage(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool IsReadAsText(HttpContext context) =>
        IsForm(context.Request) || (context.Request.HasJsonContentType() && TakesJson(context.GetEndpoint()));

    private static bool TakesJson(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not null;

    private static bool IsForm(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static void RefusePacked(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableRequestException(415, "The header Content-Encoding says that the body is packed. Send it as it is, without that header.");
    }

    /// <summary>The charset a body claims; null when it claims none. Quotes around it are legal, yet the readers behind do not know them.</summary>
    private static Encoding? Charset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return null;
        Encoding? found = null;
        foreach (var charset in type.Parameters.Where(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)))
        {
            charset.Value = HeaderUtilities.RemoveQuotes(charset.Value);
            var known = Known(charset.Value.ToString());
            found ??= known;
        }

        if (found is not null)
            request.ContentType = type.ToString();
        return found;
    }

    private static Encoding Known(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new UnreadableRequestException(415, "The charset in the header Content-Type is unknown. Send the body as UTF-8.", fault);
        }
    }

    /// <summary>Bytes that are no text the reader of JSON takes for a value of the wrong kind, and the reader of forms for other characters.</summary>
    private static async Task RefuseOtherThanUtf8Async(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.ToArray();
        if (!Utf8.IsValid(IsForm(context.Request) ? WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length) : bytes))
            throw new UnreadableRequestException(400, $"The body is not UTF-8{Place(bytes)}. Send it as UTF-8.");
        body.Position = 0;
        context.Request.Body = body;
    }

    private static string Place(byte[] bytes) =>
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var good, out _, replaceInvalidSequences: false) == OperationStatus.Done
            ? ""
            : $": byte {good + 1} belongs to no character";
}
