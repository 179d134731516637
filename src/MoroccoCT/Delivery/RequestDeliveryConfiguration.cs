using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Requests;

namespace MoroccoCT.Delivery;

internal sealed class RequestDeliveryConfiguration : IEntityTypeConfiguration<RequestDelivery>
{
    public void Configure(EntityTypeBuilder<RequestDelivery> builder)
    {
        builder.ToTable("deliveries");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.Channel).HasConversion<ChannelWord>();
        builder.Property(delivery => delivery.State).HasConversion<StateWord>();
        builder.HasIndex(delivery => new { delivery.RequestId, delivery.Channel, delivery.Address, delivery.Round }).IsUnique();
        builder.HasIndex(delivery => new { delivery.State, delivery.NextAt });
        builder.HasOne<BriefingRequest>().WithMany().HasForeignKey(delivery => delivery.RequestId).OnDelete(DeleteBehavior.Cascade);
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    private sealed class ChannelWord() : ValueConverter<DeliveryChannel, string>(channel => Word(channel), stored => Channel(stored));

    private sealed class StateWord() : ValueConverter<DeliveryState, string>(state => Word(state), stored => State(stored));

    private static DeliveryChannel Channel(string stored) => Enum.Parse<DeliveryChannel>(stored, ignoreCase: true);

    private static DeliveryState State(string stored) => Enum.TryParse<DeliveryState>(stored, ignoreCase: true, out var state) ? state : DeliveryState.Unknown;
}
