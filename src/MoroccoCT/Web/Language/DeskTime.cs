using Microsoft.Extensions.Options;
using MoroccoCT.Desk;

namespace MoroccoCT.Web.Language;

/// <summary>Shows moments in the desk's time zone, which every page names.</summary>
public sealed class DeskTime(IOptions<DeskOptions> desk, TimeProvider time)
{
    private readonly TimeZoneInfo zone = desk.Value.Zone;

    /// <summary>The zone's name in the tz database, such as <c>Africa/Casablanca</c>.</summary>
    public string Zone => zone.Id;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    /// <summary>The first moment of a day, also where the clock jumps over midnight or strikes it twice; null at the ends of the calendar.</summary>
    public DateTimeOffset? StartOf(DateOnly day)
    {
        if (day.Year is <= 1 or >= 9999)
            return null;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return new(midnight, zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight));
    }

    /// <summary>The offset from UTC as people write it, such as <c>UTC+01:00</c>.</summary>
    public static string Offset(DateTimeOffset local) => local.Offset == TimeSpan.Zero ? "UTC" : $"UTC{local:zzz}";
}
