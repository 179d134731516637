using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MoroccoCT.Schedules;

internal sealed class KeptScheduleConfiguration : IEntityTypeConfiguration<KeptSchedule>
{
    public void Configure(EntityTypeBuilder<KeptSchedule> builder)
    {
        builder.ToTable("kept_schedules").HasKey(schedule => schedule.Name);
        builder.Property(schedule => schedule.Revision).IsConcurrencyToken();
        builder.Property(schedule => schedule.Definition).HasConversion<StoredDefinition>();
        builder.HasIndex(schedule => schedule.Series).IsUnique();
    }
}
