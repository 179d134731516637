namespace MoroccoCT.People;

/// <summary>Lets a program act for a person, as far as its scopes go.</summary>
public sealed record ApiKey
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>By which its owner knows it.</summary>
    public required string Name { get; init; }

    /// <summary>Of the key, which nobody can read here.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is good for, separated by spaces; see <see cref="Scopes"/>.</summary>
    public required string ScopeWords { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public IReadOnlyList<string> Scopes => ScopeWords.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsGoodAt(DateTimeOffset moment) => RevokedAt is null && moment < ExpiresAt;
}
