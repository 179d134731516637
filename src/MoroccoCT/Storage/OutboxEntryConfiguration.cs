using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MoroccoCT.Storage;

internal sealed class OutboxEntryConfiguration : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> builder)
    {
        builder.ToTable("outbox").HasKey(entry => new { entry.Kind, entry.Subject });
        builder.Property(entry => entry.Subject).ValueGeneratedNever();
        builder.HasIndex(entry => entry.DueAt);
    }
}
