using System.Text.Json.Serialization;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Editions;

namespace MoroccoCT.Rendering;

/// <summary>What is printed of one issue of an order.</summary>
/// <param name="Date">Date issued.</param>
/// <param name="Number">Number to print, or null for a reference made from the content.</param>
/// <param name="Period">The days an edition covers.</param>
public sealed record Issue(DateOnly Date, string? Number = null, Period? Period = null, string? PreparedBy = null)
{
    /// <summary>What an edition tells besides its standing sections; null for a single briefing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EditionContent? Edition { get; init; }

    /// <summary>Where readers find what an edition only names; null where that is printed, or the service has no address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Service { get; init; }

    /// <summary>Whether it is only looked at: its pages say so. What it is a preview of has the same fingerprint.</summary>
    [JsonIgnore]
    public bool IsPreview { get; init; }
}
