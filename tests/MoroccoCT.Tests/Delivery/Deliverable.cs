using MoroccoCT.Delivery;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Delivery;

/// <summary>Something to be sent, to somebody.</summary>
internal static class Deliverable
{
    public static RequestDelivery Row { get; } = new()
    {
        Id = Guid.Empty,
        RequestId = Guid.Empty,
        Channel = DeliveryChannel.Mail,
        Address = "amina@ministry.example",
        Language = "en",
        State = DeliveryState.Sending,
        NextAt = DateTimeOffset.UnixEpoch,
        MessageId = "0123.0",
        CreatedAt = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    public static DeliveredDocument Document { get; } = new(
        "MCT-2026-0042", "MCT-1F2E3D4C", "Cooperation <b>&amp; \"more\"", "TLP:AMBER", "en", new(2026, 11, 22), null, null, new string('a', 64), 5,
        new("https://briefings.example/requests/MCT-2026-0042"), "MCT-2026-0042_Cooperation_en_TLP-AMBER.pdf", "%PDF-1.7 small"u8.ToArray());
}
