using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Storage;

namespace MoroccoCT.Schedules;

/// <summary>A definition in one column. What cannot be read is a definition that is never due: it harms no other schedule.</summary>
internal sealed class StoredDefinition() : ValueConverter<ScheduleDefinition, string>(definition => json.Write(definition), stored => json.Read(stored))
{
    private static readonly FormattedJson<ScheduleDefinition> json =
        new("moroccoct-schedule/1", new() { Order = new() { Sections = [] }, Cron = "", TimeZone = "UTC", Series = "" });
}
