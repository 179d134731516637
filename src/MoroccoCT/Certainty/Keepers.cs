using Microsoft.EntityFrameworkCore;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;

namespace MoroccoCT.Certainty;

/// <summary>Who is told when something of a schedule goes wrong, as people and settings are at this moment.</summary>
public sealed class Keepers
{
    private readonly LedgerStore store;
    private readonly ScheduleBook book;
    private readonly RequestQueries requests;
    private readonly Deliveries deliveries;
    private readonly DeliveryRules rules;

    internal Keepers(LedgerStore store, ScheduleBook book, RequestQueries requests, Deliveries deliveries, DeliveryRules rules) =>
        (this.store, this.book, this.requests, this.deliveries, this.rules) = (store, book, requests, deliveries, rules);

    /// <summary>Whom a notice reaches: people of the keeper's desk and role who have an address and may see the schedule, then mailbox and webhook.</summary>
    public async Task<IReadOnlyList<Recipient>> ReachedAsync(Schedule schedule, CancellationToken cancellationToken) =>
        await ReachedAsync(schedule, await PeopleAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Schedules of whose trouble nobody would hear although there is a way to tell. Where no mail is set up at all, people cannot be told, and that is no
    /// fault of the schedule.
    /// </summary>
    public async Task<IReadOnlyList<Schedule>> UnreachedAsync(CancellationToken cancellationToken)
    {
        var (unreached, people) = (new List<Schedule>(), await PeopleAsync(cancellationToken));
        foreach (var schedule in (await book.AllAsync(cancellationToken)).Where(schedule => !schedule.IsPaused && ShouldBeReached(schedule.Definition.Keeper)))
        {
            if ((await ReachedAsync(schedule, people, cancellationToken)).Count == 0)
                unreached.Add(schedule);
        }

        return unreached;
    }

    /// <summary>Whether notices can be sent where a keeper is written down: looked at by the doors, and when they are sent.</summary>
    /// <exception cref="ScheduleRejectedException">Names what is wrong with mailbox and webhook.</exception>
    public async Task DemandAsync(Keeper keeper, CancellationToken cancellationToken)
    {
        var problems = new List<ScheduleProblem>();
        if (keeper.Mail is { } mail && MailAddress.Of(mail) == mail)
        {
            if ((await PeopleAsync(cancellationToken)).Exists(person => person.Email == mail))
                problems.Add(new("keeper.mail", ScheduleFault.KeeperPerson, mail));
            else if (rules.OfNotice(new(DeliveryChannel.Mail, mail)) is not null)
                problems.Add(new("keeper.mail", ScheduleFault.KeeperDomain, mail));
        }

        if (keeper.Webhook is { } hook && rules.OfNotice(new(DeliveryChannel.Webhook, hook)) is not null)
            problems.Add(new("keeper.webhook", ScheduleFault.KeeperWebhook, Briefings.Orders.PlainLine.Shown(hook)));
        if (problems.Count > 0)
            throw new ScheduleRejectedException(problems);
    }

    private async Task<IReadOnlyList<Recipient>> ReachedAsync(Schedule schedule, List<Person> people, CancellationToken cancellationToken)
    {
        var (keeper, level) = (schedule.Definition.Keeper, await LevelAsync(schedule, cancellationToken));
        var of = people.Where(person => person.IsActive && keeper.Has(person, schedule.Desk) && person.Clearance >= level)
            .OrderBy(person => person.Number)
            .Select(person => new Recipient(DeliveryChannel.Mail, person.Email!, person.DisplayName, person.Language, person.Id));
        var mailbox = keeper.Mail is { } mail && !people.Exists(person => person.Email == mail) ? new Recipient(DeliveryChannel.Mail, mail) : null;
        var hook = keeper.Webhook is { } name ? new Recipient(DeliveryChannel.Webhook, name) : null;
        return [.. of.Append(mailbox).Append(hook).OfType<Recipient>().Where(to => rules.OfNotice(to) is null).DistinctBy(to => (to.Channel, to.Address))];
    }

    /// <summary>Where the library has lost all that the schedule asks for, nobody knows its marking any more: that of its last edition counts.</summary>
    private async Task<int> LevelAsync(Schedule schedule, CancellationToken cancellationToken) => schedule.IsMarkingKnown
        ? schedule.MarkingLevel
        : (await requests.LastEditionAsync(schedule.Name, Viewer.Everything, cancellationToken))?.MarkingLevel ?? schedule.MarkingLevel;

    private bool ShouldBeReached(Keeper keeper) => deliveries.HasMail || keeper.Mail is not null || keeper.Webhook is not null;

    private Task<List<Person>> PeopleAsync(CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.People.Where(person => person.Email != null).ToListAsync(cancellationToken), cancellationToken);
}
