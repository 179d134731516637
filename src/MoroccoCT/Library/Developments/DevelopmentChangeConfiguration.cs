using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.Library.Developments;

internal sealed class DevelopmentChangeConfiguration : IEntityTypeConfiguration<DevelopmentChange>
{
    public void Configure(EntityTypeBuilder<DevelopmentChange> builder)
    {
        builder.ToTable("development_changes").HasKey(change => new { change.DevelopmentId, change.Revision });
        builder.Property(change => change.What).HasConversion<DeedWord>();
        builder.Property(change => change.State).HasConversion<DevelopmentRowConfiguration.StateWord>();
        builder.Property(change => change.Content).HasConversion<StoredContent>();
        builder.HasIndex(change => new { change.What, change.At });
        builder.HasOne<DevelopmentRow>().WithMany().HasForeignKey(change => change.DevelopmentId).OnDelete(DeleteBehavior.Restrict);
    }

    private sealed class DeedWord() : ValueConverter<DevelopmentDeed, string>(
        deed => JsonNamingPolicy.CamelCase.ConvertName(deed.ToString()), stored => Deed(stored));

    private static DevelopmentDeed Deed(string stored) =>
        Enum.TryParse<DevelopmentDeed>(stored, ignoreCase: true, out var deed) ? deed : DevelopmentDeed.Unknown;
}
