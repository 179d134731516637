using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Who is told when something of a schedule goes wrong, as its page shows it.</summary>
/// <param name="Who">Desk and role.</param>
/// <param name="Told">Whom a notice reaches now; people of other desks are counted and not named.</param>
/// <param name="CanSend">Whether anything can be sent from here.</param>
public sealed record KeeperView(string Who, IReadOnlyList<string> Told, bool CanSend);

/// <summary>Makes them.</summary>
public sealed class KeeperViews(Keepers keepers, Deliveries deliveries, Caller caller, Words words)
{
    public async Task<KeeperView> OfAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var keeper = schedule.Definition.Keeper;
        var desk = keeper.Desk ?? schedule.Desk;
        var reached = await keepers.ReachedAsync(schedule, cancellationToken);
        var people = reached.Where(one => one.PersonId is not null).ToList();
        IEnumerable<string> named = caller.Viewer.Desk is { } own && own != desk
            ? people.Count > 0 ? [words.Certainty.PeopleOf(people.Count, desk)] : []
            : people.Select(one => one.Name ?? one.Address);
        var others = reached.Where(one => one.PersonId is null).Select(one => one.Address);
        return new(words.Certainty.KeeperIs(words.People.RoleName(keeper.Role), desk), [.. named, .. others], deliveries.IsOn);
    }
}
