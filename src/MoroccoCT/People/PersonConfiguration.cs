using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Revision).IsConcurrencyToken();
        builder.Property(person => person.Role).HasConversion<RoleWord>();
        builder.HasIndex(person => person.NameKey).IsUnique();
        builder.HasIndex(person => person.Number).IsUnique();
    }

    /// <summary>A role that a newer version has written counts as the least of those known here.</summary>
    private sealed class RoleWord() : ValueConverter<Role, string>(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), stored => Read(stored));

    private static Role Read(string stored) => Enum.TryParse<Role>(stored, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : Role.Reader;
}
