using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Library.Developments;

/// <summary>The content of a development in one column: its members and the format they are in.</summary>
internal sealed class StoredContent() : ValueConverter<DevelopmentContent, string>(content => Write(content), stored => Read(stored))
{
    private const string Format = "format";
    private const string FormatName = "moroccoct-development/1";

    /// <summary>Stands where content cannot be read, such as what a newer version of the service wrote. It belongs nowhere and says nothing.</summary>
    private static readonly DevelopmentContent unreadable = new() { Date = "", Section = "" };

    public static string Write(DevelopmentContent content)
    {
        var members = JsonSerializer.SerializeToNode(content, BriefingJson.Options)!.AsObject();
        members.Insert(0, Format, FormatName);
        return members.ToJsonString(BriefingJson.Options);
    }

    private static DevelopmentContent Read(string stored)
    {
        try
        {
            return JsonNode.Parse(stored) is JsonObject members && members[Format] is JsonValue format && format.GetValue<string>() == FormatName
                && members.Deserialize<DevelopmentContent>(BriefingJson.Tolerant) is { } content
                ? content
                : unreadable;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return unreadable;
        }
    }
}
