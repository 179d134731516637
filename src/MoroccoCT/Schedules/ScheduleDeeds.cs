using MoroccoCT.Audit;

namespace MoroccoCT.Schedules;

/// <summary>What the audit is told of schedules.</summary>
internal static class ScheduleDeeds
{
    public static AuditEvent Changed(KeptSchedule schedule, ScheduleDeed what, Actor by) => new(by, DeedOf(what), schedule.Name, new Dictionary<string, string?>
    {
        ["cron"] = schedule.Definition.Cron,
        ["timeZone"] = schedule.Definition.TimeZone,
        ["languages"] = string.Join(' ', schedule.Definition.Orders().Select(order => order.Language)),
        ["recipients"] = string.Join(' ', schedule.Definition.Recipients.Select(recipient => recipient.Address)),
        ["keeper"] = string.Join(' ', new[] { schedule.Definition.Keeper.Desk ?? schedule.Desk, $"{schedule.Definition.Keeper.Role}".ToLowerInvariant(),
            schedule.Definition.Keeper.Mail, schedule.Definition.Keeper.Webhook }.OfType<string>()),
        ["sections"] = string.Join(' ', schedule.Definition.Order.Sections),
    });

    private static Deed DeedOf(ScheduleDeed what) => what switch
    {
        ScheduleDeed.Made => Deed.ScheduleMade,
        ScheduleDeed.Changed => Deed.ScheduleChanged,
        ScheduleDeed.Paused => Deed.SchedulePaused,
        ScheduleDeed.Resumed => Deed.ScheduleResumed,
        _ => Deed.ScheduleEnded,
    };
}
