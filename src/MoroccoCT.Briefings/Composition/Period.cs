using System.Text.Json.Serialization;

namespace MoroccoCT.Briefings.Composition;

/// <summary>The days an edition covers, from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public sealed record Period([property: JsonRequired] DateOnly From, [property: JsonRequired] DateOnly To);
