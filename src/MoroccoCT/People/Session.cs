namespace MoroccoCT.People;

/// <summary>A browser in which somebody has signed in. Without its row the browser's cookie opens nothing.</summary>
public sealed record Session
{
    public required Guid Id { get; init; }

    /// <summary>Of what the cookie holds: whoever reads the ledger cannot sign in with it.</summary>
    public required string TokenHash { get; init; }

    public required Guid PersonId { get; init; }

    public required SignInMethod Method { get; init; }

    /// <summary>The address it was opened from.</summary>
    public string? Address { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When it ends whatever is done with it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>How somebody has proved to be who he is.</summary>
public enum SignInMethod
{
    Password,

    /// <summary>A password, and a code of an app.</summary>
    PasswordAndCode,

    Passkey,

    /// <summary>A provider vouches for him.</summary>
    External,

    /// <summary>A link that was sent to him.</summary>
    Link,
}
