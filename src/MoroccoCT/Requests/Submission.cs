namespace MoroccoCT.Requests;

/// <summary>Who submits an order, and how a second submission of it is known.</summary>
/// <param name="By">The door: <c>form</c>, <c>api</c> or <c>schedule:weekly</c>.</param>
/// <param name="Key">Idempotency key, unique among all doors; null when each submission counts.</param>
/// <param name="Edition">Set by schedules alone.</param>
public sealed record Submission(string By, string? Key = null, Edition? Edition = null);

/// <summary>A schedule's briefing for one period.</summary>
/// <param name="Number">Such as <c>MCT-W-2026-47</c>.</param>
public sealed record Edition(string Schedule, string Number, DateOnly IssueDate);

/// <summary>What became of a submission.</summary>
/// <param name="IsNew">False when the key or edition was there already, and <paramref name="Request"/> is that first one.</param>
public sealed record Submitted(BriefingRequest Request, bool IsNew);
