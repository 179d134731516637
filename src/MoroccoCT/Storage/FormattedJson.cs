using System.Text.Json;
using System.Text.Json.Nodes;
using MoroccoCT.Briefings;

namespace MoroccoCT.Storage;

/// <summary>A value in one column: its members and the format they are in. Members that a newer version has added are passed over.</summary>
/// <param name="Format">Name and version, such as <c>moroccoct-order/1</c>.</param>
/// <param name="Unreadable">Stands where a value cannot be read, such as one in a newer format. The row keeps what it has.</param>
/// <param name="TakesUnnamed">Whether the first versions named no format.</param>
internal sealed record FormattedJson<T>(string Format, T Unreadable, bool TakesUnnamed = false)
    where T : class
{
    private const string Key = "format";

    public string Write(T value)
    {
        var members = JsonSerializer.SerializeToNode(value, BriefingJson.Options)!.AsObject();
        members.Insert(0, Key, Format);
        return members.ToJsonString(BriefingJson.Options);
    }

    public T Read(string stored)
    {
        try
        {
            return JsonNode.Parse(stored) is JsonObject members && IsKnown(members[Key]) && members.Deserialize<T>(BriefingJson.Tolerant) is { } value
                ? value
                : Unreadable;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return Unreadable;
        }
    }

    private bool IsKnown(JsonNode? format) =>
        format is null ? TakesUnnamed : format.GetValueKind() == JsonValueKind.String && format.GetValue<string>() == Format;
}
