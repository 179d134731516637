using MoroccoCT.Audit;

namespace MoroccoCT.Delivery;

/// <summary>What the audit is told of deliveries: which briefing left for whom, and who wanted it. Addresses are in it and stay there.</summary>
internal static class DeliveryDeeds
{
    public static AuditEvent Wanted(string number, RequestDelivery delivery, Actor by) => Of(Deed.SendWanted, number, delivery, by);

    /// <summary>For a delivery that has come to its end.</summary>
    public static AuditEvent Ended(string number, RequestDelivery delivery) =>
        Of(delivery.State == DeliveryState.Accepted ? Deed.Sent : Deed.SendFailed, number, delivery, Actor.Service);

    private static AuditEvent Of(Deed deed, string number, RequestDelivery delivery, Actor by) => new(by, deed, number, new Dictionary<string, string?>
    {
        ["channel"] = RequestDeliveryConfiguration.Word(delivery.Channel),
        ["to"] = delivery.Address,
        ["round"] = $"{delivery.Round}",
        ["state"] = deed == Deed.SendWanted ? null : RequestDeliveryConfiguration.Word(delivery.State),
        ["answer"] = deed == Deed.SendWanted ? null : delivery.Answer,
    });
}
