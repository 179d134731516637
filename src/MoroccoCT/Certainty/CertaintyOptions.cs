using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Certainty;

/// <summary>When somebody is told that an edition is not where it should be; settings section <c>Certainty</c>.</summary>
public sealed class CertaintyOptions
{
    public const string Section = "Certainty";

    /// <summary>Minutes after its time, until which an edition has to be finished and with each recipient.</summary>
    [Range(5, 1440)]
    public int LateAfterMinutes { get; set; } = 30;

    internal TimeSpan LateAfter => TimeSpan.FromMinutes(LateAfterMinutes);
}
