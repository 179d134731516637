namespace MoroccoCT.People;

/// <summary>A key on a person's device that signs him in.</summary>
public sealed record Passkey
{
    /// <summary>The credential's id in base64url.</summary>
    public required string Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>By which its owner knows it.</summary>
    public required string Name { get; init; }

    public required byte[] PublicKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The authenticator's counter at its last use.</summary>
    public required long SignCount { get; init; }

    /// <summary>How the browser reaches it, separated by spaces.</summary>
    public required string Transports { get; init; }

    public required bool IsUserVerified { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; init; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }
}
