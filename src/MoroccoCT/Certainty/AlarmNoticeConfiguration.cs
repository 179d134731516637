using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Requests;

namespace MoroccoCT.Certainty;

internal sealed class AlarmNoticeConfiguration : IEntityTypeConfiguration<AlarmNotice>
{
    public void Configure(EntityTypeBuilder<AlarmNotice> builder)
    {
        builder.ToTable("alarm_notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Channel).HasConversion<ChannelWord>();
        builder.Property(notice => notice.State).HasConversion<StateWord>();
        builder.HasIndex(notice => new { notice.AlarmId, notice.Channel, notice.Address, notice.IsEnd }).IsUnique();
        builder.HasIndex(notice => new { notice.State, notice.NextAt });
        builder.HasOne<Alarm>().WithMany().HasForeignKey(notice => notice.AlarmId).OnDelete(DeleteBehavior.Cascade);
    }

    private sealed class ChannelWord() : ValueConverter<DeliveryChannel, string>(
        channel => AlarmConfiguration.Word(channel), stored => Enum.Parse<DeliveryChannel>(stored, true));

    private sealed class StateWord() : ValueConverter<NoticeState, string>(state => AlarmConfiguration.Word(state), stored => State(stored));

    private static NoticeState State(string stored) => Enum.TryParse<NoticeState>(stored, ignoreCase: true, out var state) ? state : NoticeState.Unknown;
}
