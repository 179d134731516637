using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    private static readonly long first = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.At).HasConversion<ReadableMoment>();
    }

    /// <summary>Whatever number somebody puts there can be read: that it is not what was written, its hash tells.</summary>
    private sealed class ReadableMoment() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(stored, first, last)));
}
