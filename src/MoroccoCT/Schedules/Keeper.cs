using MoroccoCT.People;

namespace MoroccoCT.Schedules;

/// <summary>
/// Who looks after a schedule and is told when something of it goes wrong: a role of a desk, so that nobody's leaving ends it, and besides a mailbox and a
/// webhook that are no person's.
/// </summary>
public sealed record Keeper
{
    /// <summary>Those of the settings are the house's: who runs the service keeps them.</summary>
    public static Keeper OfHouse { get; } = new() { Role = Role.Administrator };

    /// <summary>Null for the desk whose schedule it is, whichever that is.</summary>
    public string? Desk { get; init; }

    /// <summary>The lowest role that is told; those above it are as well.</summary>
    public Role Role { get; init; } = Role.Editor;

    /// <summary>Of a mailbox that several people read, as <see cref="MailAddress.Of"/> keeps it; null without one.</summary>
    public string? Mail { get; init; }

    /// <summary>Name of a webhook of the settings; null without one.</summary>
    public string? Webhook { get; init; }

    /// <summary>As it is kept, of what was typed: what is empty is nothing.</summary>
    public static Keeper Of(string? desk, Role role, string? mail, string? webhook) => new()
    {
        Desk = Given(desk) is { } name ? PersonName.Kept(name) : null,
        Role = role,
        Mail = Given(mail) is { } address ? MailAddress.Of(address) ?? address : null,
        Webhook = Given(webhook),
    };

    /// <summary>Whether a person is of its desk and role.</summary>
    /// <param name="own">The desk whose schedule it is.</param>
    public bool Has(Person person, string own) => person.Role >= Role && person.Desk == (Desk ?? own);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
