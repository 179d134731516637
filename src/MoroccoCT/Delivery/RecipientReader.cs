using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Delivery;

/// <summary>A recipient as somebody names one: by a mail address, by a person's name or by that of a webhook; one of the three.</summary>
/// <param name="Language">Which of several languages he gets; null takes a person's own, else the first.</param>
public sealed record WantedRecipient(string? Mail = null, string? Person = null, string? Webhook = null, string? Language = null)
{
    internal string Given => PlainLine.Shown(Mail ?? Person ?? Webhook);
}

/// <summary>Makes recipients of what was typed or sent, each once, and looks at once whether the briefing may go to them.</summary>
public sealed class RecipientReader
{
    /// <summary>Of one request, and at once.</summary>
    public const int Most = 50;

    private readonly Accounts accounts;
    private readonly DeliveryRules rules;
    private readonly DeliveryOptions options;

    internal RecipientReader(Accounts accounts, DeliveryRules rules, IOptions<DeliveryOptions> options) =>
        (this.accounts, this.rules, this.options) = (accounts, rules, options.Value);

    /// <summary>For a briefing that is finished.</summary>
    /// <param name="viewer">Who sends it: people of other desks are nobody to him.</param>
    /// <exception cref="DeliveryRejectedException">Says which of them are wrong, and why.</exception>
    public Task<IReadOnlyList<Recipient>> ReadAsync(
        IReadOnlyList<WantedRecipient> wanted, BriefingRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        ReadAsync(wanted, Marking.All[request.MarkingLevel], request.IsVisibleTo, viewer, cancellationToken);

    /// <summary>For one that is about to be ordered, for the desk of whoever orders it.</summary>
    /// <exception cref="DeliveryRejectedException">As above.</exception>
    public Task<IReadOnlyList<Recipient>> ReadAsync(
        IReadOnlyList<WantedRecipient> wanted, Marking marking, Viewer viewer, CancellationToken cancellationToken)
    {
        var desk = viewer.Desk ?? NewPerson.FirstDesk;
        return ReadAsync(wanted, marking, eyes => marking.Level <= eyes.Clearance && (eyes.Desk is null || eyes.Desk == desk), viewer, cancellationToken);
    }

    private async Task<IReadOnlyList<Recipient>> ReadAsync(
        IReadOnlyList<WantedRecipient> wanted, Marking marking, Func<Viewer, bool> isVisible, Viewer viewer, CancellationToken cancellationToken)
    {
        if (wanted.Count > Most)
            throw new DeliveryRejectedException([new(Most, DeliveryFault.TooMany, $"{Most}", marking.Label)]);
        var (recipients, problems) = (new List<Recipient>(), new List<DeliveryProblem>());
        for (var place = 0; place < wanted.Count; place++)
        {
            var (recipient, fault) = await OneAsync(wanted[place], viewer, cancellationToken);
            fault ??= await rules.FaultAsync(marking, isVisible, recipient!, cancellationToken);
            if (fault is { } wrong)
                problems.Add(new(place, wrong, wanted[place].Given, marking.Label));
            else if (!recipients.Exists(other => (other.Channel, other.Address) == (recipient!.Channel, recipient.Address)))
                recipients.Add(recipient!);
        }

        return problems.Count == 0 ? recipients : throw new DeliveryRejectedException(problems);
    }

    private async Task<(Recipient? Recipient, DeliveryFault? Fault)> OneAsync(WantedRecipient wanted, Viewer viewer, CancellationToken cancellationToken)
    {
        switch (wanted)
        {
            case { Mail: { } mail, Person: null, Webhook: null }:
                return MailAddress.Of(mail) is { } address
                    ? (new(DeliveryChannel.Mail, address, Language: wanted.Language), null)
                    : (null, DeliveryFault.NoMailAddress);
            case { Mail: null, Person: { } name, Webhook: null }:
                var person = await accounts.FindAsync(name, cancellationToken);
                return person is { IsActive: true } && (viewer.Desk is null || person.Desk == viewer.Desk)
                    ? (new(DeliveryChannel.Mail, person.Email ?? "", person.DisplayName, wanted.Language ?? person.Language, person.Id), null)
                    : (null, DeliveryFault.PersonGone);
            case { Mail: null, Person: null, Webhook: { } hook }:
                return options.Webhook(hook) is null
                    ? (null, DeliveryFault.UnknownWebhook)
                    : (new(DeliveryChannel.Webhook, hook, Language: wanted.Language), null);
            default:
                return (null, DeliveryFault.NotOne);
        }
    }
}
