using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using MoroccoCT.Delivery;
using MoroccoCT.Faults;
using MoroccoCT.Requests;
using MoroccoCT.Verification;

namespace MoroccoCT.Web.Errors;

/// <summary>What clients are told over HTTP: of faults of the protocol here, of all others what <see cref="FaultMap"/> says, with a status.</summary>
internal static class ProblemMap
{
    /// <param name="body">The JSON body the endpoint takes, for advice on members.</param>
    public static Problem Of(Exception fault, JsonTypeInfo? body = null) => fault switch
    {
        BadHttpRequestException { InnerException: JsonException json } => JsonFault.Describe(json, body),
        UnreadableRequestException unreadable => OfStatus(unreadable.StatusCode) with { Detail = unreadable.Message },
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        InvalidCursorException cursor => OfParameter("cursor", cursor.Message),
        DeliveryRejectedException rejected => OfRecipients(rejected),
        ForeignFileTooLargeException => OfStatus(413),
        _ => Of(FaultMap.Of(fault, Manner.OfApi)),
    };

    /// <summary>For answers that carry a status, and perhaps the reason that whoever refused has left.</summary>
    public static Problem OfRefusal(HttpContext context, int status) =>
        context.Features.Get<Problem>() is { } left && left.Status == status ? left : OfStatus(status);

    /// <summary>For answers that carry a status and nothing else.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => new(400, "The request cannot be read",
            "The body, a header or a value in the address is missing or of the wrong kind. Compare it with the description at /openapi/v1.json."),
        401 => new(401, "A key is needed",
            "Send the header Authorization: Bearer with a key of this service that is still good. Who looks after the service can make you one."),
        403 => new(403, "This is not allowed", "The role of whoever signed in, or the key that was sent, is not good for this."),
        404 => new(404, "Nothing is here", "The address is unknown, or the request it names was never made here. Addresses are described at /openapi/v1.json."),
        405 => new(405, "This address does not take that method", "The header Allow lists the methods it takes."),
        412 => new(412, "It is not the one you mean", "What is here does not match the header If-Match or If-Unmodified-Since. Ask again without it."),
        413 => new(413, "The request is too large", "An order is a few kilobytes at most, a file to be checked 20 MB."),
        414 => new(414, "The address is too long", $"An address has at most {RequestRules.LongestAddress} characters."),
        415 => new(415, "The body is of the wrong kind",
            "Send an order as JSON with the header Content-Type: application/json, a file to be checked as application/pdf."),
        416 => new(416, "There is no such part", "The header Range asks for bytes beyond the end; the header Content-Range says how many there are."),
        429 => new(429, "Too many requests", "This one was not looked at. Send it again after the seconds that the header Retry-After gives."),
        500 => new(500, FaultWords.English.Unforeseen, FaultWords.English.LogByTrace),
        503 => new(503, "The service is stopping",
            "Nothing was stored. Send the request again when the service is back, after the seconds of the header Retry-After."),
        _ => new(status, ReasonPhrases.GetReasonPhrase(status), "The request was refused."),
    };

    /// <summary>The answer to a page of another origin.</summary>
    public static Problem Foreign { get; } = new(403, "The call comes from another site",
        "A page of another origin may not change anything here. Open the service's own pages, or call the API from a program that sends neither "
        + "Origin nor Sec-Fetch-Site.");

    /// <summary>The answer to a proxy in front of a service without sign-in.</summary>
    public static Problem Proxied { get; } = new(403, "The call came through a proxy",
        "This service has no sign-in and answers this machine alone. For a proxy in front of it, start it with --shared.");

    /// <summary>For a value in the address or a header that is of the right kind but out of range.</summary>
    public static Problem OfParameter(string name, string message) => OfParameters(new Dictionary<string, string> { [name] = message });

    public static Problem OfParameters(IReadOnlyDictionary<string, string> messages) =>
        new(400, "The request cannot be fulfilled as it stands", string.Join(' ', messages.Values))
        {
            Errors = messages.ToDictionary(message => message.Key, message => new[] { message.Value }),
        };

    private static Problem OfRecipients(DeliveryRejectedException rejected) => OfParameters(
        rejected.Problems.DistinctBy(problem => problem.Place).Take(FaultMap.Most)
            .ToDictionary(problem => $"deliverTo[{problem.Place}]", DeliveryWords.English.Reason));

    private static Problem Of(Fault fault) => fault.Kind == FaultKind.Unforeseen
        ? OfStatus(500)
        : new(Status(fault.Kind), fault.Title, fault.Detail)
        {
            Errors = fault.Fields.Count > 0 ? ByField(fault.Fields) : null,
            Kind = fault.Kind,
            RetryAfter = fault.RetryAfter,
        };

    private static int Status(FaultKind kind) => kind switch
    {
        FaultKind.Order or FaultKind.Person or FaultKind.Schedule or FaultKind.Development => StatusCodes.Status400BadRequest,
        FaultKind.NoSchedule or FaultKind.NoDevelopment => StatusCodes.Status404NotFound,
        FaultKind.ChangedMeanwhile or FaultKind.DevelopmentStep or FaultKind.EditionStep => StatusCodes.Status409Conflict,
        FaultKind.KeyTaken => StatusCodes.Status422UnprocessableEntity,
        FaultKind.LedgerFull or FaultKind.ReadersBusy => StatusCodes.Status429TooManyRequests,
        FaultKind.Ledger or FaultKind.DiskFull or FaultKind.Reader or FaultKind.EnginesBusy or FaultKind.Engine or FaultKind.Interrupted =>
            StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Dictionary<string, string[]> ByField(IReadOnlyList<(string Field, string Sentence)> fields) =>
        fields.GroupBy(field => field.Field, field => field.Sentence)
            .ToDictionary(field => field.Key, field => Manner.OfApi.Words.Few([.. field], FaultMap.Most).ToArray());
}
