using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings;

namespace MoroccoCT.Schedules;

/// <summary>A definition in one column: its members and the format they are in.</summary>
internal sealed class StoredDefinition() : ValueConverter<ScheduleDefinition, string>(definition => Write(definition), stored => Read(stored))
{
    private const string Format = "format";
    private const string FormatName = "moroccoct-schedule/1";

    private static string Write(ScheduleDefinition definition)
    {
        var members = JsonSerializer.SerializeToNode(definition, BriefingJson.Options)!.AsObject();
        members.Insert(0, Format, FormatName);
        return members.ToJsonString(BriefingJson.Options);
    }

    /// <summary>A newer version's members are passed over.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    private static ScheduleDefinition Read(string stored) => JsonSerializer.Deserialize<ScheduleDefinition>(stored, BriefingJson.Tolerant)
        ?? throw new InvalidDataException("A schedule of the ledger has no definition.");
}
