using System.Text.Json;
using System.Text.Json.Nodes;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Requests;

/// <summary>An order as the ledger keeps it: its members and the format they are in.</summary>
internal static class StoredOrder
{
    private const string Format = "format";
    private const string FormatName = "moroccoct-order/";
    private const int FormatVersion = 1;

    /// <summary>Stands where an order cannot be read, such as one that a newer version of the service wrote. The row keeps what it has.</summary>
    public static BriefingOrder Unreadable { get; } = new() { Sections = [] };

    public static string Write(BriefingOrder order)
    {
        var members = JsonSerializer.SerializeToNode(order, BriefingJson.Options)!.AsObject();
        members.Insert(0, Format, $"{FormatName}{FormatVersion}");
        return members.ToJsonString(BriefingJson.Options);
    }

    public static BriefingOrder Read(string stored)
    {
        try
        {
            return JsonNode.Parse(stored) is JsonObject members && IsKnown(members[Format])
                && members.Deserialize<BriefingOrder>(BriefingJson.Tolerant) is { } order
                ? order
                : Unreadable;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return Unreadable;
        }
    }

    /// <summary>Orders of the first versions name no format.</summary>
    private static bool IsKnown(JsonNode? format) =>
        format is null || format.GetValueKind() == JsonValueKind.String && format.GetValue<string>() == $"{FormatName}{FormatVersion}";
}
