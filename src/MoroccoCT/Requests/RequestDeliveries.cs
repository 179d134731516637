using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Where a finished request passes on to those who send it.</summary>
internal static class RequestDeliveries
{
    /// <summary>
    /// In the transaction that makes a request ready to go out: to be completed, or later to be released by a person. Written twice, it goes out once: there
    /// is one delivery for each recipient. Whoever calls it says so with <see cref="Outbox.Announce"/> after the commit.
    /// </summary>
    /// <param name="now">An edition that was made or released early waits for its time, and is asked for again as long as that has not come.</param>
    public static Task WantAsync(Outbox outbox, LedgerContext ledger, BriefingRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        request.DeliverTo.Count == 0 || request.IsUnreleased
            ? Task.CompletedTask
            : outbox.PutAsync(ledger, RequestRows.DeliveryWanted, request.Id, Wait(request, now), cancellationToken);

    private static TimeSpan Wait(BriefingRequest request, DateTimeOffset now) => request.DueAt is not { } due || due <= now ? TimeSpan.Zero
        : due - now < Outbox.LongestDelay ? due - now
        : Outbox.LongestDelay;
}
