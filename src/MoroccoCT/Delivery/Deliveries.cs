using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

/// <summary>
/// Finished briefings on their way: who gets them, and how far they are. A process with <see cref="DeliveryServices.AddDeliveryWork"/> sends them.
/// </summary>
public sealed class Deliveries
{
    private readonly LedgerStore store;
    private readonly Outbox outbox;
    private readonly AuditTrail audit;
    private readonly DeliveryRules rules;
    private readonly DeliveryOptions options;
    private readonly TimeProvider time;

    internal Deliveries(LedgerStore store, Outbox outbox, AuditTrail audit, DeliveryRules rules, IOptions<DeliveryOptions> options, TimeProvider time) =>
        (this.store, this.outbox, this.audit, this.rules, this.options, this.time) = (store, outbox, audit, rules, options.Value, time);

    /// <summary>Whether anything can leave, by mail or to a webhook.</summary>
    public bool IsOn => options.IsOn;

    public bool HasMail => options.Mail is not null;

    public IReadOnlyList<string> Webhooks => [.. options.Webhooks.Select(hook => hook.Name!)];

    /// <summary>All of a request, those of one recipient together, each as often as it was sent.</summary>
    public Task<List<RequestDelivery>> ListAsync(Guid requestId, CancellationToken cancellationToken) => store.ReadAsync(
        ledger => ledger.Deliveries.Where(row => row.RequestId == requestId)
            .OrderBy(row => row.Channel).ThenBy(row => row.Address).ThenBy(row => row.Round).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>
    /// Sends a finished briefing on somebody's demand. Whoever has it already gets it once more; to whom it is on its way, it goes once.
    /// </summary>
    /// <param name="recipients">As <see cref="RecipientReader"/> gave them; they are looked at again before each try.</param>
    /// <returns>A delivery for each.</returns>
    /// <exception cref="DeliveryRejectedException">The request is not finished, or a recipient may not have it; nothing is sent.</exception>
    public async Task<IReadOnlyList<RequestDelivery>> SendAsync(
        Guid requestId, IReadOnlyList<Recipient> recipients, Actor by, CancellationToken cancellationToken)
    {
        var request = await store.ReadAsync(
            ledger => ledger.Requests.FirstOrDefaultAsync(row => row.Id == requestId && row.State == RequestState.Completed, cancellationToken),
            cancellationToken) ?? throw new DeliveryRejectedException([new(0, DeliveryFault.NotFinished, "", "")]);
        await DemandAsync(request, recipients, cancellationToken);
        return await WriteAsync(request, recipients, messageId: null, by, cancellationToken);
    }

    /// <summary>Sends once more what failed, was given up or may not have arrived; the latter under its old message id.</summary>
    /// <returns>The new delivery; null when there is none to be sent again, or it was already.</returns>
    /// <exception cref="DeliveryRejectedException">The recipient may not have it any more.</exception>
    public async Task<RequestDelivery?> SendAgainAsync(Guid requestId, Guid deliveryId, Actor by, CancellationToken cancellationToken)
    {
        var all = await ListAsync(requestId, cancellationToken);
        var request = await store.ReadAsync(ledger => ledger.Requests.FirstOrDefaultAsync(row => row.Id == requestId, cancellationToken), cancellationToken);
        if (request is null || all.Find(row => row.Id == deliveryId) is not { MayBeSentAgain: true } old || IsFollowed(old, all))
            return null;
        var recipient = await PresentAsync(old.Recipient, cancellationToken);
        await DemandAsync(request, [recipient], cancellationToken);
        return (await WriteAsync(request, [recipient], old.State == DeliveryState.Uncertain ? old.MessageId : null, by, cancellationToken))[0];
    }

    /// <summary>What somebody should look at; null while all goes well.</summary>
    /// <param name="since">From when failures count.</param>
    /// <param name="overdue">Since when something that waits should have been tried.</param>
    public Task<DeliveryTrouble?> TroubleAsync(DateTimeOffset since, DateTimeOffset overdue, CancellationToken cancellationToken) => store.ReadAsync(
        async ledger =>
        {
            var failed = ledger.Deliveries.Where(row => row.FinishedAt >= since
                && (row.State == DeliveryState.Failed || row.State == DeliveryState.GaveUp || row.State == DeliveryState.Uncertain));
            var late = await ledger.Deliveries.CountAsync(row => row.State == DeliveryState.Queued && row.NextAt < overdue, cancellationToken);
            var last = await failed.OrderByDescending(row => row.FinishedAt).FirstOrDefaultAsync(cancellationToken);
            return last is null && late == 0 ? null : new DeliveryTrouble(await failed.CountAsync(cancellationToken), late, last?.Answer);
        },
        cancellationToken);

    /// <summary>Whether a later round has taken its place.</summary>
    public static bool IsFollowed(RequestDelivery delivery, IEnumerable<RequestDelivery> all) =>
        all.Any(other => (other.Channel, other.Address) == (delivery.Channel, delivery.Address) && other.Round > delivery.Round);

    private async Task DemandAsync(BriefingRequest request, IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken)
    {
        var problems = new List<DeliveryProblem>();
        for (var place = 0; place < recipients.Count; place++)
        {
            if (await rules.FaultAsync(request, recipients[place], cancellationToken) is { } fault)
                problems.Add(new(place, fault, recipients[place].Address, request.Order.Marking ?? ""));
        }

        if (problems.Count > 0)
            throw new DeliveryRejectedException(problems);
    }

    /// <summary>A person may have another address by now.</summary>
    private Task<Recipient> PresentAsync(Recipient recipient, CancellationToken cancellationToken) => store.ReadAsync(
        async ledger => (await DeliveryHandout.PeopleAsync(ledger, [recipient], cancellationToken)).Values.FirstOrDefault() is { } person
            ? recipient with { Address = person.Email ?? "" }
            : recipient,
        cancellationToken);

    private async Task<IReadOnlyList<RequestDelivery>> WriteAsync(
        BriefingRequest request, IReadOnlyList<Recipient> recipients, string? messageId, Actor by, CancellationToken cancellationToken)
    {
        var written = await store.WriteAsync(
            async ledger =>
            {
                var people = await DeliveryHandout.PeopleAsync(ledger, recipients, cancellationToken);
                var (all, added) = (new List<RequestDelivery>(), new List<RequestDelivery>());
                foreach (var recipient in recipients)
                {
                    var present = await LastAsync(ledger, request.Id, recipient, cancellationToken);
                    if (present is null or { IsFinal: true })
                    {
                        var person = recipient.PersonId is { } id ? people.GetValueOrDefault(id) : null;
                        var draft = DeliveryHandout.Draft(request, recipient, person, (present?.Round ?? -1) + 1, time.GetUtcNow().InMilliseconds());
                        draft = draft with { MessageId = messageId ?? draft.MessageId };
                        if (await DeliveryRows.AddAsync(ledger, draft, cancellationToken))
                            added.Add(draft);
                        present = await LastAsync(ledger, request.Id, recipient, cancellationToken);
                    }

                    all.Add(present!);
                }

                foreach (var delivery in added)
                    await audit.AppendAsync(ledger, DeliveryDeeds.Wanted(request.Number, delivery, by), cancellationToken);
                return all;
            },
            cancellationToken);
        outbox.Announce();
        return written;
    }

    private static Task<RequestDelivery?> LastAsync(LedgerContext ledger, Guid requestId, Recipient to, CancellationToken cancellationToken) =>
        ledger.Deliveries.Where(row => row.RequestId == requestId && row.Channel == to.Channel && row.Address == to.Address)
            .OrderByDescending(row => row.Round).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Failed">Deliveries that failed, were given up or may not have arrived.</param>
/// <param name="Overdue">Deliveries that should have been tried by now.</param>
/// <param name="LastAnswer">What was said of the last one that failed.</param>
public sealed record DeliveryTrouble(int Failed, int Overdue, string? LastAnswer);
