using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace MoroccoCT.Verification;

/// <summary>Reads the manifest out of a briefing's file, or finds out why there is none.</summary>
internal static class AttachedManifest
{
    private const string Name = "manifest.json";

    /// <summary>Readers look for a PDF's first mark and its last one within so many bytes of the file's ends.</summary>
    private const int Margin = 1024;

    /// <returns>The manifest, or null and one of <see cref="Verdict.NotPdf"/>, <see cref="Verdict.DamagedPdf"/> and <see cref="Verdict.NoBriefing"/>.</returns>
    public static (BriefingManifest? Manifest, Verdict Without) Read(byte[] file)
    {
        if (file.AsSpan(0, Math.Min(Margin, file.Length)).IndexOf("%PDF-"u8) < 0)
            return (null, Verdict.NotPdf);
        try
        {
            using var pdf = PdfDocument.Open(file);
            var manifest = pdf.Advanced.TryGetEmbeddedFiles(out var attachments) && attachments.FirstOrDefault(attachment => attachment.Name == Name) is { } attached
                ? JsonSerializer.Deserialize<BriefingManifest>(attached.Memory.Span, BriefingJson.Options)
                : null;
            return (manifest, HasEnd(file) ? Verdict.NoBriefing : Verdict.DamagedPdf);
        }
        catch (Exception fault) when (fault is JsonException or PdfDocumentEncryptedException)
        {
            return (null, Verdict.NoBriefing);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever the reader stumbled over, it was in the file.
            return (null, Verdict.DamagedPdf);
        }
    }

    /// <summary>The reader mends what it can: a file that was cut short may open all the same, without what came last.</summary>
    private static bool HasEnd(byte[] file) => file.AsSpan(Math.Max(0, file.Length - Margin)).IndexOf("%%EOF"u8) >= 0;
}
