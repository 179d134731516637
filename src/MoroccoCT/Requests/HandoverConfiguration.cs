using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MoroccoCT.People;

namespace MoroccoCT.Requests;

internal sealed class HandoverConfiguration : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handovers").HasKey(handover => new { handover.RequestId, handover.FromId, handover.ToId });
        builder.HasIndex(handover => new { handover.ToId, handover.SentAt });
        builder.HasIndex(handover => handover.FromId);
        builder.HasOne<BriefingRequest>().WithMany().HasForeignKey(handover => handover.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.FromId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.ToId).OnDelete(DeleteBehavior.Cascade);
    }
}
