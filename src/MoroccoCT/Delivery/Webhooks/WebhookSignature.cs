using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Delivery.Webhooks;

/// <summary>The headers of Standard Webhooks, by which a receiver knows who calls, that nothing was changed, and what it was told before.</summary>
internal static class WebhookSignature
{
    /// <param name="id">The same each time the same thing is told.</param>
    public static void AddTo(HttpRequestMessage call, string id, DateTimeOffset at, ReadOnlySpan<byte> body, byte[] key)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        call.Headers.Add("webhook-id", id);
        call.Headers.Add("webhook-timestamp", timestamp);
        call.Headers.Add("webhook-signature", $"v1,{Of(id, timestamp, body, key)}");
    }

    private static string Of(string id, string timestamp, ReadOnlySpan<byte> body, byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
