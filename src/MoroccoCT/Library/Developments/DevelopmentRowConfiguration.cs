using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.Library.Developments;

internal sealed class DevelopmentRowConfiguration : IEntityTypeConfiguration<DevelopmentRow>
{
    public void Configure(EntityTypeBuilder<DevelopmentRow> builder)
    {
        builder.ToTable("developments");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.Property(row => row.State).HasConversion<StateWord>();
        builder.Property(row => row.Content).HasConversion<StoredContent>();
        builder.Property(row => row.PublishedContent).HasConversion<StoredContent>();
        builder.Ignore(row => row.Authors);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.State);
        builder.HasIndex(row => row.WithdrawnAt);
    }

    internal sealed class StateWord() : ValueConverter<DevelopmentState, string>(
        state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), stored => State(stored));

    private static DevelopmentState State(string stored) =>
        Enum.TryParse<DevelopmentState>(stored, ignoreCase: true, out var state) ? state : DevelopmentState.Unknown;
}
