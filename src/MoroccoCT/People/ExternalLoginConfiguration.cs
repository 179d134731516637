using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MoroccoCT.People;

internal sealed class ExternalLoginConfiguration : IEntityTypeConfiguration<ExternalLogin>
{
    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.ToTable("external_logins").HasKey(login => new { login.Issuer, login.Subject });
        builder.HasOne<Person>().WithMany().HasForeignKey(login => login.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
