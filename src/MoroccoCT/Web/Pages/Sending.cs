using MoroccoCT.Audit;
using MoroccoCT.Delivery;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Sending a finished briefing by mail or to webhooks, from its page.</summary>
public sealed class Sending(Deliveries deliveries, RecipientReader recipients, Accounts accounts, Caller caller, Words words)
{
    /// <returns>Null where whoever looks has nothing to do with what is sent of it: it is another desk's, or nothing was and nothing can be.</returns>
    public async Task<SendView?> ViewAsync(BriefingRequest request, CancellationToken cancellationToken)
    {
        if (!request.MayBeChangedBy(caller.Viewer))
            return null;
        var rows = await deliveries.ListAsync(request.Id, cancellationToken);
        var maySend = deliveries.IsOn && request.State == RequestState.Completed && caller.MayChange(request);
        if (!maySend && rows.Count == 0)
            return null;
        return new(rows, maySend, deliveries.HasMail, deliveries.HasMail && maySend ? await PeopleAsync(request, cancellationToken) : [], deliveries.Webhooks);
    }

    /// <returns>Why nothing was sent, a sentence for each reason; none when it was.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(BriefingRequest request, SendForm form, HttpContext context, CancellationToken cancellationToken)
    {
        if (form.Wanted is not { Count: > 0 } wanted)
            return [words.Delivery.ChooseSomebody];
        try
        {
            var to = await recipients.ReadAsync(wanted, request, caller.Viewer, cancellationToken);
            await deliveries.SendAsync(request.Id, to, context.Actor(Doors.Form), cancellationToken);
            return [];
        }
        catch (DeliveryRejectedException rejected)
        {
            return [.. rejected.Problems.Select(words.Delivery.Reason)];
        }
    }

    /// <returns>As above.</returns>
    public async Task<IReadOnlyList<string>> SendAgainAsync(
        BriefingRequest request, Guid delivery, HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var again = await deliveries.SendAgainAsync(request.Id, delivery, context.Actor(Doors.Form), cancellationToken);
            return again is null ? [words.Delivery.CannotSendAgain] : [];
        }
        catch (DeliveryRejectedException rejected)
        {
            return [.. rejected.Problems.Select(words.Delivery.Reason)];
        }
    }

    /// <summary>Those of the desk who see it and have an address.</summary>
    private async Task<IReadOnlyList<Person>> PeopleAsync(BriefingRequest request, CancellationToken cancellationToken) =>
    [
        .. (await accounts.ListAsync(cancellationToken)).Where(person => person is { IsActive: true, Email: not null }
            && (caller.Viewer.Desk is null || person.Desk == caller.Viewer.Desk) && request.IsVisibleTo(Viewer.Of(person))),
    ];
}

/// <summary>To whom a briefing goes, as the page's form sends it.</summary>
public sealed record SendForm
{
    /// <summary>Names of people.</summary>
    public string[] Person { get; init; } = [];

    public string[] Webhook { get; init; } = [];

    /// <summary>Addresses, one on each line.</summary>
    public string? Addresses { get; init; }

    internal IReadOnlyList<WantedRecipient> Wanted =>
    [
        .. Person.Select(name => new WantedRecipient(Person: name)),
        .. (Addresses ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => new WantedRecipient(Mail: line)),
        .. Webhook.Select(name => new WantedRecipient(Webhook: name)),
    ];
}

/// <summary>What of a briefing was sent, and to whom it can be.</summary>
/// <param name="MaySend">Whether whoever looks may send it, and there is a way.</param>
/// <param name="People">Those who can be chosen by name.</param>
public sealed record SendView(
    IReadOnlyList<RequestDelivery> Rows, bool MaySend, bool HasMail, IReadOnlyList<Person> People, IReadOnlyList<string> Webhooks)
{
    /// <summary>Why nothing was sent.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>What was chosen and typed when it was refused.</summary>
    public SendForm Form { get; init; } = new();

    public bool MayBeSentAgain(RequestDelivery row) => MaySend && row.MayBeSentAgain && !Deliveries.IsFollowed(row, Rows);
}
