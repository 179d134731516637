using MoroccoCT.People;
using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Pages;

/// <summary>Who looks after a schedule, as the browser sends it.</summary>
public sealed record KeeperForm
{
    /// <summary>Empty for the schedule's own.</summary>
    public string? Desk { get; init; }

    public Role Role { get; init; } = new Keeper().Role;

    public string? Mail { get; init; }

    public string? Webhook { get; init; }

    public static KeeperForm Of(Keeper keeper) => new() { Desk = keeper.Desk, Role = keeper.Role, Mail = keeper.Mail, Webhook = keeper.Webhook };

    public Keeper ToKeeper() => Keeper.Of(Desk, Role, Mail, Webhook);
}
