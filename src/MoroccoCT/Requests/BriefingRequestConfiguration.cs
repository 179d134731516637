using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MoroccoCT.Requests;

internal sealed class BriefingRequestConfiguration : IEntityTypeConfiguration<BriefingRequest>
{
    public void Configure(EntityTypeBuilder<BriefingRequest> builder)
    {
        builder.ToTable("requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Revision).IsConcurrencyToken();
        builder.Property(request => request.State).HasConversion<StateWord>();
        builder.Property(request => request.Order).HasConversion<OrderJson>();
        builder.Property(request => request.DeliverTo).HasConversion(new RecipientsJson(), new RecipientsJson.Comparer());
        builder.HasIndex(request => new { request.Number, request.Language }).IsUnique();
        builder.HasIndex(request => request.Key).IsUnique();
        builder.HasIndex(request => request.State);
        builder.HasIndex(request => request.PersonId);
        builder.HasIndex(request => request.Fingerprint);
        builder.HasIndex(request => request.SetId);
        builder.HasIndex(request => request.FinishedAt);
        builder.HasIndex(request => new { request.Schedule, request.Id });
        builder.Ignore(request => request.IsUnreleased);
        builder.Ignore(request => request.AwaitsRelease);
        builder.HasIndex(request => request.IssueDate);
        builder.HasOne<StoredDocument>().WithMany().HasForeignKey(request => request.Sha256).OnDelete(DeleteBehavior.Restrict);
    }

    private sealed class StateWord() : ValueConverter<RequestState, string>(
        state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), stored => State(stored));

    private static RequestState State(string stored) => Enum.TryParse<RequestState>(stored, ignoreCase: true, out var state) ? state : RequestState.Unknown;
}
