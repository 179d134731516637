using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Rendering;

/// <summary>The desk that issues the briefings; settings section <c>Desk</c>.</summary>
public sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>IANA time zone in which briefings are dated and times are shown.</summary>
    [Required]
    public string TimeZone { get; set; } = "Africa/Casablanca";

    /// <summary>Named as the body that prepared a briefing; null takes the library's word for it.</summary>
    [StringLength(120)]
    public string? Name { get; set; }

    /// <summary>Where a reader can turn to, printed at the end of a briefing; null prints none.</summary>
    [StringLength(200)]
    public string? Contact { get; set; }

    // Not public: binding would read it, and fail on a wrong name before validation can say so in words.
    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The date on the desk's calendar.</summary>
    public DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);
}
