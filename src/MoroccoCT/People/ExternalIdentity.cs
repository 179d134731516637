using MoroccoCT.Briefings.Content;

namespace MoroccoCT.People;

/// <summary>Somebody a provider vouches for, and what the service makes of him.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The provider's lasting name for him: names and addresses change, and are given to others.</param>
/// <param name="Clearance">Null leaves it as it is; of somebody new, the lowest.</param>
/// <param name="Desk">Null leaves it as it is; of somebody new, the first.</param>
/// <param name="Email">Of somebody new; null where the provider knows none or has not verified it. Later it is an administrator's matter.</param>
public sealed record ExternalIdentity(
    string Issuer, string Subject, string Name, string? DisplayName, Role Role, Marking? Clearance, string? Desk, string? Email = null);
