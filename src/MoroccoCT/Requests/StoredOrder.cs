using MoroccoCT.Briefings.Orders;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>An order as the ledger keeps it.</summary>
internal static class StoredOrder
{
    /// <summary>Orders of the first versions name no format.</summary>
    private static readonly FormattedJson<BriefingOrder> json = new("moroccoct-order/1", new() { Sections = [] }, TakesUnnamed: true);

    /// <summary>Stands where an order cannot be read, such as one that a newer version of the service wrote. The row keeps what it has.</summary>
    public static BriefingOrder Unreadable => json.Unreadable;

    public static string Write(BriefingOrder order) => json.Write(order);

    public static BriefingOrder Read(string stored) => json.Read(stored);
}
