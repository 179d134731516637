using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Faults;

namespace MoroccoCT.Web.Errors;

/// <summary>What a client is told about an error.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Title">What kind of error it is; the same each time.</param>
/// <param name="Detail">What failed this time and what to do.</param>
internal sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>What is wrong with each field of the order.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What kind of fault it was; null for a fault of the protocol.</summary>
    public FaultKind? Kind { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the fault lies with the service, so that the log needs its cause.</summary>
    public bool IsOurs => Status >= 500;

    public ProblemDetails ToDetails()
    {
        var details = new ProblemDetails { Status = Status, Title = Title, Detail = Detail };
        if (Errors is not null)
            details.Extensions["errors"] = Errors;
        return details;
    }
}
