using System.Text.Json;
using System.Text.Json.Nodes;
using MoroccoCT.Briefings;

namespace MoroccoCT.Schedules;

/// <summary>One member of a definition that a change has changed.</summary>
/// <param name="Field">As JSON writes it, such as <c>cron</c> or <c>order.sections</c>.</param>
/// <param name="Before">Its values; none where it had none.</param>
public sealed record ScheduleDifference(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <param name="before">Null for a schedule that is new: then all that it has is a difference.</param>
    public static IReadOnlyList<ScheduleDifference> Between(ScheduleDefinition? before, ScheduleDefinition after)
    {
        var (old, now) = (before is null ? [] : Members(before), Members(after));
        return
        [
            .. from field in old.Keys.Union(now.Keys)
               let was = old.GetValueOrDefault(field, [])
               let isNow = now.GetValueOrDefault(field, [])
               where !was.SequenceEqual(isNow)
               select new ScheduleDifference(field, was, isNow),
        ];
    }

    private static Dictionary<string, IReadOnlyList<string>> Members(ScheduleDefinition definition)
    {
        var members = JsonSerializer.SerializeToNode(definition, BriefingJson.Options)!.AsObject();
        return members.SelectMany(member => member.Value is JsonObject group
                ? group.Select(inner => (Key: $"{member.Key}.{inner.Key}", inner.Value))
                : [(member.Key, member.Value)])
            .ToDictionary(member => member.Key, member => Values(member.Value));
    }

    private static IReadOnlyList<string> Values(JsonNode? value) => value switch
    {
        null => [],
        JsonArray items => [.. items.Select(item => item is JsonObject member ? $"{member["date"] ?? member["address"]}" : $"{item}")],
        _ => [$"{value}"],
    };
}
