using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.Schedules;

internal sealed class ScheduleChangeConfiguration : IEntityTypeConfiguration<ScheduleChange>
{
    public void Configure(EntityTypeBuilder<ScheduleChange> builder)
    {
        builder.ToTable("schedule_changes").HasKey(change => new { change.Schedule, change.Revision });
        builder.Property(change => change.What).HasConversion<DeedWord>();
        builder.Property(change => change.Definition).HasConversion<StoredDefinition>();
        builder.HasOne<KeptSchedule>().WithMany().HasForeignKey(change => change.Schedule).OnDelete(DeleteBehavior.Restrict);
    }

    private sealed class DeedWord() : ValueConverter<ScheduleDeed, string>(
        deed => JsonNamingPolicy.CamelCase.ConvertName(deed.ToString()), stored => Enum.Parse<ScheduleDeed>(stored, ignoreCase: true));
}
