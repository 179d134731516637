using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MoroccoCT.People;

namespace MoroccoCT.Requests;

internal sealed class SavedOrderConfiguration : IEntityTypeConfiguration<SavedOrder>
{
    public void Configure(EntityTypeBuilder<SavedOrder> builder)
    {
        builder.ToTable("saved_orders");
        builder.Property(saved => saved.Id).ValueGeneratedNever();
        builder.Property(saved => saved.Order).HasConversion<OrderJson>();
        builder.HasIndex(saved => saved.Desk);
        builder.HasOne<Person>().WithMany().HasForeignKey(saved => saved.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
