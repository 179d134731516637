using System.Diagnostics;

namespace MoroccoCT.Telemetry;

/// <summary>
/// The steps of an order as a trace shows them. What is put on one is a number, a word of our own or a request's number: never a text, a name or an address.
/// </summary>
internal static class Spans
{
    /// <summary>Of the spans and the instruments.</summary>
    public const string Source = "MoroccoCT";

    private static readonly ActivitySource spans = new(Source);

    /// <summary>What a request keeps of the trace it was ordered in, as W3C's header <c>traceparent</c> has it; null where there is none.</summary>
    public static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } here ? here.Id : null;

    /// <summary>A step of whatever is being done here.</summary>
    /// <returns>Null while nobody listens.</returns>
    public static Activity? Step(string name) => spans.StartActivity(name);

    /// <summary>Goes on with an order that another process may have begun.</summary>
    /// <param name="traceParent">What the request has kept; what cannot be read begins a trace of its own.</param>
    public static Activity? GoOn(string name, string? traceParent) => spans.StartActivity(
        name, ActivityKind.Consumer, ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var order) ? order : default);

    /// <summary>Runs a step; one that throws is marked as failed, without what was thrown: that may hold texts.</summary>
    public static async Task<T> StepAsync<T>(string name, Func<Task<T>> work)
    {
        using var step = Step(name);
        try
        {
            return await work();
        }
        catch
        {
            step?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
