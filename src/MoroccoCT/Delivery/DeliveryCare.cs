namespace MoroccoCT.Delivery;

/// <summary>
/// Gives signs of life for what this process sends, and finds deliveries whose sender gives none. Time is measured by this process's own clock that nobody
/// sets: a wall clock that jumps makes nobody dead.
/// </summary>
internal sealed class DeliveryCare(DeliveryLedger deliveries, TimeProvider time, ILogger<DeliveryCare> logger)
{
    private static readonly TimeSpan beatEvery = TimeSpan.FromSeconds(10);

    /// <summary>Whoever gave no sign for so long is gone.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>Since when each delivery of others has stood as it stands, as this process has seen it.</summary>
    private Dictionary<Guid, (int Revision, long Beat, long Since)> seen = [];

    private long? last;

    /// <param name="atWork">What this process sends.</param>
    /// <param name="isAlone">Whether nobody else can be at work, so that nothing need be waited for.</param>
    public async Task LookAsync(IReadOnlyCollection<Guid> atWork, bool isAlone, CancellationToken cancellationToken)
    {
        if (!isAlone && last is { } before && time.GetElapsedTime(before) < beatEvery)
            return;
        last = time.GetTimestamp();
        if (atWork.Count > 0)
            await deliveries.BeatAsync(atWork, cancellationToken);
        var others = (await deliveries.SendingAsync(cancellationToken)).Where(row => !atWork.Contains(row.Id)).ToList();
        seen = others.ToDictionary(
            row => row.Id,
            row => seen.TryGetValue(row.Id, out var known) && (known.Revision, known.Beat) == (row.Revision, row.Beat)
                ? known
                : (row.Revision, row.Beat, time.GetTimestamp()));
        foreach (var row in others.Where(row => isAlone || time.GetElapsedTime(seen[row.Id].Since) >= Silence))
        {
            if (await deliveries.ReclaimAsync(row, cancellationToken))
                logger.LogWarning("Delivery {DeliveryId} was left by a process that is gone", row.Id);
        }
    }
}
