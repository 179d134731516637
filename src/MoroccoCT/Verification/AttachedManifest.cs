using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace MoroccoCT.Verification;

/// <summary>Reads the manifest out of a file, or finds out why there is none. A hostile file may end the process: see <see cref="ReadingChild"/>.</summary>
internal static class AttachedManifest
{
    private const string Name = "manifest.json";

    /// <summary>Readers look for a PDF's last mark within so many bytes of the file's end.</summary>
    private const int Margin = 1024;

    /// <returns>The manifest, or one of <see cref="Verdict.NoBriefing"/>, <see cref="Verdict.NewerFormat"/> and <see cref="Verdict.DamagedPdf"/>.</returns>
    public static ManifestReading Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var pdf = PdfDocument.Open(file);
            if (pdf.Advanced.TryGetEmbeddedFiles(out var attachments) && attachments.FirstOrDefault(attachment => attachment.Name == Name) is { } attached)
                return ClaimReader.Read(attached.Memory.Span);
            return ManifestReading.Nothing(HasEnd(file.Span) ? Verdict.NoBriefing : Verdict.DamagedPdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ManifestReading.Nothing(Verdict.NoBriefing);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever the reader stumbled over, it was in the file.
            return ManifestReading.Nothing(Verdict.DamagedPdf);
        }
    }

    /// <summary>The reader mends what it can: a file that was cut short may open all the same, without what came last.</summary>
    private static bool HasEnd(ReadOnlySpan<byte> file) => file[Math.Max(0, file.Length - Margin)..].IndexOf("%%EOF"u8) >= 0;
}
