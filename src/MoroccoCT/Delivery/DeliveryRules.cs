using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

/// <summary>Whether a briefing may go to a recipient, as settings and people are at this moment.</summary>
internal sealed class DeliveryRules(LedgerStore store, IOptions<DeliveryOptions> options)
{
    /// <summary>Null: it may.</summary>
    public Task<DeliveryFault?> FaultAsync(BriefingRequest request, Recipient to, CancellationToken cancellationToken) =>
        request.IsUnreleased ? Task.FromResult<DeliveryFault?>(DeliveryFault.NotReleased)
        : request.SupersededBy is not null ? Task.FromResult<DeliveryFault?>(DeliveryFault.Superseded)
        : FaultAsync(Marking.All[request.MarkingLevel], request.IsVisibleTo, to, cancellationToken);

    /// <param name="marking">Of what is sent, or is to be made.</param>
    /// <param name="isVisible">Whether it is there for somebody's eyes.</param>
    public async Task<DeliveryFault?> FaultAsync(Marking marking, Func<Viewer, bool> isVisible, Recipient to, CancellationToken cancellationToken) =>
        to.Channel == DeliveryChannel.Webhook
            ? OfWebhook(marking, to.Address)
            : OfDomain(marking, to.Address) ?? await OfPeopleAsync(isVisible, to, cancellationToken);

    /// <summary>A plain notice has no marking, and still goes only where something may go.</summary>
    public DeliveryFault? OfNotice(Recipient to) =>
        to.Channel == DeliveryChannel.Webhook ? OfWebhook(Marking.Clear, to.Address) : OfDomain(Marking.Clear, to.Address);

    private DeliveryFault? OfWebhook(Marking marking, string name) => options.Value.Webhook(name) switch
    {
        null => DeliveryFault.UnknownWebhook,
        { Highest.Level: var highest } when marking.Level > highest => DeliveryFault.AboveWebhook,
        _ => null,
    };

    private DeliveryFault? OfDomain(Marking marking, string address)
    {
        if (options.Value.Mail is not { } mail)
            return DeliveryFault.MailOff;
        if (address.Length == 0)
            return DeliveryFault.NoAddress;
        return MailDomain.HighestFor(address, mail.Domains) is not { } highest ? DeliveryFault.DomainNotAllowed
            : marking.Level > highest.Level ? DeliveryFault.AboveDomain
            : null;
    }

    /// <summary>An address of somebody who is known here is that person's, however it was given: typing it lends nobody more clearance.</summary>
    private async Task<DeliveryFault?> OfPeopleAsync(Func<Viewer, bool> isVisible, Recipient to, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(
            ledger => ledger.People.Where(person => person.Email == to.Address || person.Id == to.PersonId).ToListAsync(cancellationToken), cancellationToken);
        if (to.PersonId is { } id)
        {
            if (known.Find(person => person.Id == id) is not { IsActive: true } wanted)
                return DeliveryFault.PersonGone;
            if (wanted.Email != to.Address)
                return wanted.Email is null ? DeliveryFault.NoAddress : DeliveryFault.AddressChanged;
        }

        if (known.Count > 0 && !known.Exists(person => person.IsActive))
            return DeliveryFault.PersonGone;
        return known.TrueForAll(person => !person.IsActive || isVisible(Viewer.Of(person))) ? null : DeliveryFault.AboveClearance;
    }
}
