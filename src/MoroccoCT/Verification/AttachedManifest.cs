using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using UglyToad.PdfPig;

namespace MoroccoCT.Verification;

/// <summary>Reads the manifest out of a briefing's file.</summary>
internal static class AttachedManifest
{
    private const string Name = "manifest.json";

    /// <summary>Null when the bytes are no PDF, or a PDF without a manifest of ours: whatever is wrong with a stranger's file, it is no briefing.</summary>
    public static BriefingManifest? Read(byte[] file)
    {
        try
        {
            using var pdf = PdfDocument.Open(file);
            return pdf.Advanced.TryGetEmbeddedFiles(out var attachments) && attachments.FirstOrDefault(attachment => attachment.Name == Name) is { } manifest
                ? JsonSerializer.Deserialize<BriefingManifest>(manifest.Memory.Span, BriefingJson.Options)
                : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }
}
