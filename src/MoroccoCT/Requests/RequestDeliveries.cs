using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Where a finished request passes on to those who send it.</summary>
internal static class RequestDeliveries
{
    /// <summary>
    /// In the transaction that makes a request ready to go out: to be completed, or later to be released by a person. Written twice, it goes out once: there
    /// is one delivery for each recipient. Whoever calls it says so with <see cref="Outbox.Announce"/> after the commit.
    /// </summary>
    public static Task WantAsync(Outbox outbox, LedgerContext ledger, BriefingRequest request, CancellationToken cancellationToken) =>
        request.DeliverTo.Count == 0
            ? Task.CompletedTask
            : outbox.PutAsync(ledger, RequestRows.DeliveryWanted, request.Id, TimeSpan.Zero, cancellationToken);
}
