using Microsoft.EntityFrameworkCore;
using MoroccoCT.Language;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

/// <summary>Makes a delivery for each recipient of the requests that the outbox names: as often as it is called, one for each.</summary>
internal sealed class DeliveryHandout(Outbox outbox, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await outbox.HandOutAsync(RequestRows.DeliveryWanted, (ledger, ids) => AddAsync(ledger, ids, cancellationToken), cancellationToken) > 0)
        {
            // Until nothing is due.
        }
    }

    /// <summary>The first of several rounds, or a later one.</summary>
    internal static RequestDelivery Draft(BriefingRequest request, Recipient to, Person? person, int round, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var language = person?.Language ?? to.Language ?? request.Order.Language;
        return new()
        {
            Id = id,
            RequestId = request.Id,
            Channel = to.Channel,
            Address = person?.Email ?? to.Address,
            Round = round,
            Name = person?.DisplayName ?? to.Name,
            Language = Texts.Find(language)?.Tag ?? Texts.English.Tag,
            PersonId = to.PersonId,
            State = DeliveryState.Queued,
            NextAt = now,
            MessageId = $"{id:N}.{round}",
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Those of the recipients that are people, as they are now.</summary>
    internal static async Task<Dictionary<Guid, Person>> PeopleAsync(
        LedgerContext ledger, IEnumerable<Recipient> recipients, CancellationToken cancellationToken)
    {
        var ids = recipients.Select(recipient => recipient.PersonId).OfType<Guid>().Distinct().ToList();
        return await ledger.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
    }

    private async Task AddAsync(LedgerContext ledger, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var finished = await ledger.Requests.Where(request => ids.Contains(request.Id) && request.State == RequestState.Completed)
            .OrderBy(request => request.Id).ToListAsync(cancellationToken);
        var people = await PeopleAsync(ledger, finished.SelectMany(request => request.DeliverTo), cancellationToken);
        var now = time.GetUtcNow();
        foreach (var request in finished.Where(request => request is { IsUnreleased: false, SupersededBy: null }))
        {
            if (request.DueAt > now)
            {
                await RequestDeliveries.WantAsync(outbox, ledger, request, now, cancellationToken);
                continue;
            }

            foreach (var recipient in request.DeliverTo)
            {
                var person = recipient.PersonId is { } id ? people.GetValueOrDefault(id) : null;
                await DeliveryRows.AddAsync(ledger, Draft(request, recipient, person, round: 0, now.InMilliseconds()), cancellationToken);
            }
        }
    }
}
