namespace MoroccoCT.Briefings.Composition;

/// <summary>A briefing, and the manifest that goes with it.</summary>
public sealed record ComposedBriefing(Briefing Briefing, BriefingManifest Manifest);
