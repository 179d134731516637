namespace MoroccoCT.Web.Api;

/// <summary>Why a request must not be removed.</summary>
/// <param name="Since">From when on.</param>
/// <param name="By">What the person is called who said so; null where nobody is known by name.</param>
/// <param name="Reason">In a line.</param>
public sealed record HoldBody(DateTimeOffset Since, string? By, string Reason);

/// <summary>A hold to be put on a request.</summary>
public sealed record NewHoldBody
{
    /// <summary>Why it must be kept: one line of at most 200 characters.</summary>
    public required string Reason { get; init; }
}
