using MoroccoCT.Briefings.Composition;

namespace MoroccoCT.Rendering;

/// <summary>A finished, checked document.</summary>
/// <param name="Sha256">Of the file, in hexadecimal.</param>
public sealed record RenderedBriefing(byte[] Pdf, int Pages, string Sha256, BriefingManifest Manifest);
