using MoroccoCT.People;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Api;

/// <summary>Who is told when an edition is late, a recipient has not got it, or the library has broken the schedule.</summary>
public sealed record KeeperBody
{
    /// <summary>Name of a desk; null for the schedule's own.</summary>
    public string? Desk { get; init; }

    /// <summary>The lowest role that is told: all people of the desk with it or a higher one, who have an address and may see the schedule.</summary>
    public Role Role { get; init; } = new Keeper().Role;

    /// <summary>A mailbox that is told as well, in a domain that the settings allow. It must be no person's of this service.</summary>
    public string? Mail { get; init; }

    /// <summary>Name of a webhook of the settings that is told as well.</summary>
    public string? Webhook { get; init; }

    internal static KeeperBody Of(Keeper keeper) => new() { Desk = keeper.Desk, Role = keeper.Role, Mail = keeper.Mail, Webhook = keeper.Webhook };

    internal Keeper ToKeeper() => Keeper.Of(Desk, Role, Mail, Webhook);
}
