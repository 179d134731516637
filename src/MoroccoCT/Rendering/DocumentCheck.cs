using System.Text;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Typesetting;
using UglyToad.PdfPig;

namespace MoroccoCT.Rendering;

/// <summary>Reads a finished file back before it counts as a document: nothing blank, cut short or without its standards is ever issued.</summary>
internal static class DocumentCheck
{
    /// <summary>Above this something ran away; the whole library makes about a dozen pages.</summary>
    private const int MostPages = 1000;

    /// <exception cref="DocumentRefusedException">Says which check failed.</exception>
    public static void Check(TypesetDocument document, Briefing briefing, Profile profile)
    {
        if (!document.Content.AsSpan().StartsWith("%PDF-"u8))
            throw new DocumentRefusedException("The engine's file is no PDF.");
        if (!document.Content.AsSpan().TrimEnd("\r\n"u8).EndsWith("%%EOF"u8))
            throw new DocumentRefusedException("The engine's file is cut short.");
        try
        {
            using var pdf = PdfDocument.Open(document.Content);
            var printed = CheckPages(pdf, document, briefing);
            CheckBookmarks(pdf, briefing);
            LostText.Check(printed, briefing);
            CheckStandards(pdf, profile);
        }
        catch (Exception fault) when (fault is not (DocumentRefusedException or OutOfMemoryException))
        {
            // The reader meets a damaged file with exceptions of every kind. A machine short of memory says nothing about the file.
            throw new DocumentRefusedException($"The engine's file cannot be read back: {fault.Message}");
        }
    }

    /// <exception cref="SummaryTooLongException">It takes more than its one page.</exception>
    public static void CheckSummary(Briefing briefing, int pages)
    {
        if (briefing.Depth == Depth.Summary && pages != 1)
            throw new SummaryTooLongException(pages);
    }

    /// <returns>What stands on them.</returns>
    private static PrintedText CheckPages(PdfDocument pdf, TypesetDocument document, Briefing briefing)
    {
        if (pdf.NumberOfPages != document.Pages)
            throw new DocumentRefusedException($"The file has {pdf.NumberOfPages} pages, the engine set {document.Pages}.");
        if (pdf.NumberOfPages is < 1 or > MostPages)
            throw new DocumentRefusedException($"The file has {pdf.NumberOfPages} pages.");
        CheckSummary(briefing, pdf.NumberOfPages);
        var pages = PageContents.Of(pdf).ToList();
        if (pages.FindIndex(IsBlank) is >= 0 and var blank)
            throw new DocumentRefusedException($"Page {blank + 1} is blank.");
        var printed = new PrintedText(briefing.Language);
        CutText.Check(pdf, pages, printed);
        return printed;
    }

    /// <summary>Whether a page holds no more than header, footer and decoration: only what belongs to the text is marked with a number.</summary>
    private static bool IsBlank(PageContent page) => page.Content.AsSpan().IndexOf("/MCID"u8) < 0;

    private static void CheckBookmarks(PdfDocument pdf, Briefing briefing)
    {
        var titles = pdf.TryGetBookmarks(out var bookmarks) ? bookmarks.GetNodes().Select(node => Plain(node.Title)).ToList() : [];
        foreach (var missing in Headings(briefing).Where(heading => !titles.Exists(title => title.Contains(Plain(heading), StringComparison.Ordinal))))
            throw new DocumentRefusedException($"The file has no bookmark for '{missing}'.");
    }

    private static IEnumerable<string> Headings(Briefing briefing) =>
    [
        .. briefing.News?.Sections.SelectMany(section => section.Items.Select(item => item.Title).Prepend(section.Title)) ?? [],
        .. briefing.News?.Changed.Select(topic => topic.Title) ?? [],
        .. briefing.Sections.SelectMany(section => section.Topics.Select(topic => topic.Title).Prepend(section.Title)),
    ];

    private static void CheckStandards(PdfDocument pdf, Profile profile)
    {
        var metadata = pdf.TryGetXmpMetadata(out var xmp) ? Encoding.UTF8.GetString(xmp.GetXmlBytes()) : "";
        foreach (var (standard, mark) in StandardsOf(profile))
        {
            if (!metadata.Contains(mark, StringComparison.Ordinal))
                throw new DocumentRefusedException($"The file does not declare {standard}.");
        }
    }

    private static IEnumerable<(string Standard, string Mark)> StandardsOf(Profile profile)
    {
        yield return ("PDF/UA-1", "<pdfuaid:part>1</pdfuaid:part>");
        if (profile == Profile.Archive)
            yield return ("PDF/A-3a", "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
    }

    /// <summary>Without the invisible marks of direction and with plain spaces.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format).Select(c => char.IsWhiteSpace(c) ? ' ' : c));
}
