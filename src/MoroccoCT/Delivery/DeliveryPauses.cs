using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Delivery;

/// <summary>How long a delivery waits for its next try.</summary>
internal static class DeliveryPauses
{
    /// <summary>The most that a pause grows by, so that what failed together does not come back together.</summary>
    public const double Jitter = 0.2;

    /// <param name="wish">What the other side asked for; it counts where it is longer, within bounds.</param>
    public static TimeSpan After(RequestDelivery delivery, IReadOnlyList<TimeSpan> delays, TimeSpan? wish)
    {
        var delay = delays[Math.Clamp(delivery.Attempts - 1, 0, delays.Count - 1)];
        if (wish > delay)
            delay = wish.Value < DeliveryOptions.LongestPause ? wish.Value : DeliveryOptions.LongestPause;
        return delay * (1 + (Jitter * Share(delivery)));
    }

    /// <summary>From 0 to 1, another for each delivery and try, and the same whenever it is asked for.</summary>
    private static double Share(RequestDelivery delivery)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{delivery.Id}:{delivery.Attempts}"));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
    }
}
