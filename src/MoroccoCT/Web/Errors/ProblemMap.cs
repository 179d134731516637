using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;

namespace MoroccoCT.Web.Errors;

/// <summary>The one place where exceptions become what a client is told. Inner causes stay in the log.</summary>
internal static class ProblemMap
{
    private static readonly TimeSpan databaseRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan readerRetry = TimeSpan.FromSeconds(30);

    /// <param name="body">The JSON body the endpoint takes, for advice on members.</param>
    public static Problem Of(Exception fault, JsonTypeInfo? body = null) => fault switch
    {
        OrderRejectedException rejected => new(400, "The order cannot be fulfilled as it stands", rejected.Message) { Errors = ByField(rejected.Problems) },
        BadHttpRequestException { InnerException: JsonException json } => JsonFault.Describe(json, body),
        UnreadableRequestException unreadable => OfStatus(unreadable.StatusCode) with { Detail = unreadable.Message },
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        InvalidCursorException cursor => OfParameter("cursor", cursor.Message),
        IdempotencyConflictException => new(422, "The Idempotency-Key belongs to another order",
            "This key came with a different order before. Send the first order again unchanged, or use a new key for a new order."),
        LedgerFullException full => new(429, "Too many briefings are waiting",
            $"Nothing was stored. Send the order again after {Seconds(full.RetryAfter)} seconds.")
        { RetryAfter = full.RetryAfter },
        DocumentDamagedException damaged => new(500, "The document is damaged", damaged.Message),
        LedgerGoneException => new(503, "The ledger cannot be reached", "Its file is gone, so nothing was stored. The operator finds the cause in the service's log.")
        { RetryAfter = databaseRetry },
        ErrandsBusyException busy => new(429, "Too many files are being checked",
            $"This one was not looked at. Send it again after {Seconds(busy.RetryAfter)} seconds.")
        { RetryAfter = busy.RetryAfter },
        ErrandFailedException => new(503, "Files cannot be checked now",
            "The process that reads files did not start. Try again; if it goes on, the operator finds the cause in the service's log.")
        { RetryAfter = readerRetry },
        ForeignFileTooLargeException => OfStatus(413),
        DbException or { InnerException: DbException } => new(503, "The ledger cannot be reached",
            "The database does not answer. Try again; if it goes on, the operator finds the cause in the service's log.")
        { RetryAfter = databaseRetry },
        _ => OfStatus(500),
    };

    /// <summary>For answers that carry a status and nothing else.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => new(400, "The request cannot be read", "The body, a header or a value in the address is missing or of the wrong kind. Compare it with the description at /openapi/v1.json."),
        403 => new(403, "The call comes from another site",
            "A page of another origin may not change anything here. Open the service's own pages, or call the API from a program that sends neither Origin nor Sec-Fetch-Site."),
        404 => new(404, "Nothing is here", "The address is unknown, or the request it names was never made here. Addresses are described at /openapi/v1.json."),
        405 => new(405, "This address does not take that method", "The header Allow lists the methods it takes."),
        412 => new(412, "It is not the one you mean", "What is here does not match the header If-Match or If-Unmodified-Since. Ask again without it."),
        413 => new(413, "The request is too large", "An order is a few kilobytes at most, a file to be checked 20 MB."),
        414 => new(414, "The address is too long", $"An address has at most {RequestRules.LongestAddress} characters."),
        415 => new(415, "The body is of the wrong kind", "Send an order as JSON with the header Content-Type: application/json, a file to be checked as application/pdf."),
        416 => new(416, "There is no such part", "The header Range asks for bytes beyond the end; the header Content-Range says how many there are."),
        429 => new(429, "Too many requests", "This one was not looked at. Send it again after the seconds that the header Retry-After gives."),
        500 => new(500, "Something went wrong in the service", "The service's log says what, under the trace id given here."),
        503 => new(503, "The service is stopping", "Nothing was stored. Send the request again when the service is back, after the seconds of the header Retry-After."),
        _ => new(status, ReasonPhrases.GetReasonPhrase(status), "The request was refused."),
    };

    /// <summary>For a value in the address or a header that is of the right kind but out of range.</summary>
    public static Problem OfParameter(string name, string message) =>
        new(400, "The request cannot be fulfilled as it stands", message) { Errors = new Dictionary<string, string[]> { [name] = [message] } };

    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    private static Dictionary<string, string[]> ByField(IEnumerable<OrderProblem> problems) =>
        problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray());
}
