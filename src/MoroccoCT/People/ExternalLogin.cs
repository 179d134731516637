namespace MoroccoCT.People;

/// <summary>Who somebody is at the provider of external sign-in.</summary>
internal sealed record ExternalLogin
{
    /// <summary>Issuer and subject: the provider's own, lasting name for him.</summary>
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required Guid PersonId { get; init; }
}
