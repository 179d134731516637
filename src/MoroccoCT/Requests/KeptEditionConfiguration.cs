using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Editions;

namespace MoroccoCT.Requests;

internal sealed class KeptEditionConfiguration : IEntityTypeConfiguration<KeptEdition>
{
    public void Configure(EntityTypeBuilder<KeptEdition> builder)
    {
        builder.ToTable("editions").HasKey(edition => edition.RequestId);
        builder.Property(edition => edition.RequestId).ValueGeneratedNever();
        builder.Property(edition => edition.Content).HasConversion(new Json<EditionContent>(), Same<EditionContent>());
        builder.Property(edition => edition.Topics).HasConversion(new Json<IReadOnlyList<TopicText>>(), Same<IReadOnlyList<TopicText>>());
        builder.HasOne<BriefingRequest>().WithOne().HasForeignKey<KeptEdition>(edition => edition.RequestId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>They are replaced as a whole, and never changed.</summary>
    private static ValueComparer<T> Same<T>()
        where T : class => new((one, other) => ReferenceEquals(one, other), value => value.GetHashCode(), value => value);

    private sealed class Json<T>() : ValueConverter<T, string>(value => Write(value), stored => Read<T>(stored))
        where T : class;

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, BriefingJson.Options);

    /// <summary>A newer version's members are passed over.</summary>
    private static T Read<T>(string stored) => JsonSerializer.Deserialize<T>(stored, BriefingJson.Tolerant)!;
}
