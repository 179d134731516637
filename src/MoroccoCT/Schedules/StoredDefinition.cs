using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings;

namespace MoroccoCT.Schedules;

/// <summary>A definition in one column: its members and the format they are in.</summary>
internal sealed class StoredDefinition() : ValueConverter<ScheduleDefinition, string>(definition => Write(definition), stored => Read(stored))
{
    private const string Format = "format";
    private const string FormatName = "moroccoct-schedule/1";

    private static readonly ScheduleDefinition unreadable = new() { Order = new() { Sections = [] }, Cron = "", TimeZone = "UTC", Series = "" };

    private static string Write(ScheduleDefinition definition)
    {
        var members = JsonSerializer.SerializeToNode(definition, BriefingJson.Options)!.AsObject();
        members.Insert(0, Format, FormatName);
        return members.ToJsonString(BriefingJson.Options);
    }

    /// <summary>A newer version's members are passed over. What cannot be read is a definition that is never due: it harms no other schedule.</summary>
    private static ScheduleDefinition Read(string stored)
    {
        try
        {
            return JsonNode.Parse(stored) is JsonObject members && members[Format] is JsonValue format && format.GetValue<string>() == FormatName
                && members.Deserialize<ScheduleDefinition>(BriefingJson.Tolerant) is { } definition
                ? definition
                : unreadable;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return unreadable;
        }
    }
}
