using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace MoroccoCT.EndToEnd.Processes;

/// <summary>What a test wants to know of a file.</summary>
internal static class Pdf
{
    public static string Text(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Join('\n', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
    }

    public static string? Title(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return pdf.Information.Title;
    }
}
