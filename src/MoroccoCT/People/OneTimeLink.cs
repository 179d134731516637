namespace MoroccoCT.People;

/// <summary>A link that is good once and for a while, and that nobody can read here.</summary>
internal sealed record OneTimeLink
{
    public required string TokenHash { get; init; }

    /// <summary>Whom it lets in; null for the link that makes the first administrator.</summary>
    public Guid? PersonId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
