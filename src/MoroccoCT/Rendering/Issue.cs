using System.Text.Json.Serialization;
using MoroccoCT.Briefings.Composition;

namespace MoroccoCT.Rendering;

/// <summary>What is printed of one issue of an order.</summary>
/// <param name="Date">Date issued.</param>
/// <param name="Number">Number to print, or null for a reference made from the content.</param>
/// <param name="Period">The days an edition covers.</param>
public sealed record Issue(DateOnly Date, string? Number = null, Period? Period = null, string? PreparedBy = null)
{
    /// <summary>Whether it is only looked at: its pages say so. What it is a preview of has the same fingerprint.</summary>
    [JsonIgnore]
    public bool IsPreview { get; init; }
}
