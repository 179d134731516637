using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MoroccoCT.Schedules;

internal sealed class KnownScheduleConfiguration : IEntityTypeConfiguration<KnownSchedule>
{
    public void Configure(EntityTypeBuilder<KnownSchedule> builder) => builder.ToTable("schedules").HasKey(schedule => schedule.Name);
}
