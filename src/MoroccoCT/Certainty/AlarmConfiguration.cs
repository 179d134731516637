using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.Certainty;

internal sealed class AlarmConfiguration : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("alarms");
        builder.Property(alarm => alarm.Id).ValueGeneratedNever();
        builder.Property(alarm => alarm.Kind).HasConversion<KindWord>();
        builder.HasIndex(alarm => new { alarm.Schedule, alarm.Kind, alarm.Occasion }).IsUnique();
        builder.HasIndex(alarm => alarm.EndedAt);
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    internal static AlarmKind Kind(string stored) => Enum.TryParse<AlarmKind>(stored, ignoreCase: true, out var kind) ? kind : AlarmKind.Unknown;

    private sealed class KindWord() : ValueConverter<AlarmKind, string>(kind => Word(kind), stored => Kind(stored));
}
