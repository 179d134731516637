namespace MoroccoCT.Web.Errors;

/// <summary>What went wrong (RFC 9457), as every error is answered.</summary>
/// <param name="Type">Where the status is defined; not given for some.</param>
/// <param name="Title">What kind of error it is, the same each time.</param>
/// <param name="Status">The HTTP status once more.</param>
/// <param name="Detail">What failed this time and what to do.</param>
/// <param name="Errors">What is wrong with each field of the order, parameter or header, by its name; not given for other errors.</param>
/// <param name="TraceId">By it the operator finds the call in the log.</param>
/// <remarks>It describes the framework's own problem details, with the members that are really sent.</remarks>
internal sealed record ProblemBody(
    string Title, int Status, string Detail, string TraceId, string? Type = null, IReadOnlyDictionary<string, string[]>? Errors = null);

internal static class Refusals
{
    public const string ContentType = "application/problem+json";

    /// <summary>Describes with which statuses an endpoint may refuse.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoints, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata([.. statuses.Select(Metadata)]);

    public static ProducesResponseTypeMetadata Metadata(int status) => new(status, typeof(ProblemBody), [ContentType]);
}
