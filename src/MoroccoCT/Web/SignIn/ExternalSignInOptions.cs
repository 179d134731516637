using System.ComponentModel.DataAnnotations;
using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>A provider of OpenID Connect by which people sign in too; settings section <c>ExternalSignIn</c>. Without an authority there is none.</summary>
public sealed class ExternalSignInOptions : IValidatableObject
{
    public const string Section = "ExternalSignIn";

    /// <summary>The provider's address, such as <c>https://login.example.org/realms/house</c>.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Null for a provider that asks for none.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the button calls it.</summary>
    public string Name { get; set; } = "the house’s account";

    /// <summary>The claim with the name to sign in with.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The claim with the groups.</summary>
    public string GroupClaim { get; set; } = "groups";

    /// <summary>What is asked for besides <c>openid</c> and <c>profile</c>, such as a scope that brings the groups.</summary>
    public string[] Scopes { get; set; } = [];

    /// <summary>What members of a group are here. Whoever is in none does not come in; of several, the highest role counts.</summary>
    public ExternalGroup[] Groups { get; set; } = [];

    internal bool IsOn => Authority is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is null)
            yield break;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            yield return Fault(nameof(Authority), "is no address with https. Write one such as https://login.example.org.");
        if (string.IsNullOrWhiteSpace(ClientId))
            yield return Fault(nameof(ClientId), "is missing. Write the name under which the provider knows this service.");
        if (Groups.Length == 0)
            yield return Fault(nameof(Groups), "is empty, so that nobody could come in. Write at least one { \"Group\": …, \"Role\": … }.");
        foreach (var (group, i) in Groups.Select((group, i) => (group, i)))
        {
            if (group.Fault is { } fault)
                yield return Fault($"{nameof(Groups)}:{i}", fault);
        }
    }

    private static ValidationResult Fault(string member, string what) => new($"{Section}:{member} {what}", [member]);
}

/// <summary>What the members of one of the provider's groups are here.</summary>
public sealed class ExternalGroup
{
    public string Group { get; set; } = "";

    /// <summary>One of the roles.</summary>
    public string Role { get; set; } = "";

    /// <summary>The highest marking they may see; null leaves that to an administrator here.</summary>
    public string? Clearance { get; set; }

    /// <summary>Null leaves that to an administrator here.</summary>
    public string? Desk { get; set; }

    internal string? Fault
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Group))
                return "names no group.";
            try
            {
                RoleNames.Of(Role);
                if (Clearance is not null)
                    Clearances.Of(Clearance);
                return null;
            }
            catch (PersonRejectedException rejected)
            {
                return MoroccoCT.Faults.PersonWords.English.Sentence(rejected.Problems[0]);
            }
        }
    }
}
