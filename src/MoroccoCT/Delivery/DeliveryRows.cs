using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Delivery;

/// <summary>The rows of deliveries.</summary>
internal static class DeliveryRows
{
    extension(LedgerContext ledger)
    {
        public DbSet<RequestDelivery> Deliveries => ledger.Set<RequestDelivery>();
    }

    /// <summary>Adds a delivery, unless there is one of the same round already.</summary>
    /// <returns>Whether it was added.</returns>
    public static async Task<bool> AddAsync(LedgerContext ledger, RequestDelivery delivery, CancellationToken cancellationToken) =>
        await ledger.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO deliveries (id, revision, request_id, channel, address, round, name, language, person_id, state, attempts, next_at, message_id,
                                     is_handed_over, beat, created_at, updated_at)
             VALUES ({delivery.Id}, 0, {delivery.RequestId}, {RequestDeliveryConfiguration.Word(delivery.Channel)}, {delivery.Address}, {delivery.Round},
                     {delivery.Name}, {delivery.Language}, {delivery.PersonId}, {RequestDeliveryConfiguration.Word(delivery.State)}, 0,
                     {delivery.NextAt.ToUnixTimeMilliseconds()}, {delivery.MessageId}, {false}, 0, {delivery.CreatedAt.ToUnixTimeMilliseconds()},
                     {delivery.UpdatedAt.ToUnixTimeMilliseconds()})
             ON CONFLICT (request_id, channel, address, round) DO NOTHING
             """,
            cancellationToken) > 0;

    /// <summary>Compare and set: the row becomes <paramref name="next"/> only if nobody has changed it since it was seen.</summary>
    /// <returns>The row as it then is; null when somebody was faster, or it is gone with its request.</returns>
    public static async Task<RequestDelivery?> ReplaceAsync(
        LedgerContext ledger, RequestDelivery seen, RequestDelivery next, CancellationToken cancellationToken)
    {
        next = next with { Revision = seen.Revision + 1 };
        var changed = await ledger.Deliveries.Where(row => row.Id == seen.Id && row.Revision == seen.Revision).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Revision, next.Revision).SetProperty(one => one.State, next.State)
                .SetProperty(one => one.Attempts, next.Attempts).SetProperty(one => one.NextAt, next.NextAt)
                .SetProperty(one => one.Answer, next.Answer).SetProperty(one => one.Fault, next.Fault)
                .SetProperty(one => one.IsHandedOver, next.IsHandedOver).SetProperty(one => one.UpdatedAt, next.UpdatedAt)
                .SetProperty(one => one.FinishedAt, next.FinishedAt),
            cancellationToken);
        return changed > 0 ? next : null;
    }
}
