namespace MoroccoCT.Requests;

/// <summary>A finished briefing that somebody pointed out to a colleague: one row of the ledger for the two and the request.</summary>
/// <param name="Note">One line; null without.</param>
/// <param name="OpenedAt">When the colleague first looked at it since it was sent; null until then.</param>
public sealed record Handover(Guid RequestId, Guid FromId, Guid ToId, string? Note, DateTimeOffset SentAt, DateTimeOffset? OpenedAt);

/// <summary>A briefing that was handed on, as its receiver sees it.</summary>
public sealed record ReceivedRequest(Handover Handover, BriefingRequest Request);
