namespace MoroccoCT.Requests;

/// <summary>A page of the list of requests.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">For the requests before these; null at the end.</param>
public sealed record RequestPage(IReadOnlyList<BriefingRequest> Items, string? NextCursor);
