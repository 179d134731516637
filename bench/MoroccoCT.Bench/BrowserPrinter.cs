using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace MoroccoCT.Bench;

/// <summary>A warm, running headless Chromium that prints HTML.</summary>
internal sealed class BrowserPrinter : IAsyncDisposable
{
    private const string DefaultProgram = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private BrowserPrinter(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    public string Version => browser.Version;

    public static async Task<BrowserPrinter> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? DefaultProgram;
        var chromium = await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true });
        return new(driver, chromium, await chromium.NewPageAsync());
    }

    /// <summary>One pass: the contents list has no page numbers yet.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        await page.SetContentAsync(html);
        return await PdfAsync(accessible: true);
    }

    /// <summary>
    /// Chromium cannot print a page number into a contents list: the page of each heading is read back from the first pass and filled in,
    /// and it prints again.
    /// </summary>
    public async Task<byte[]> PrintAgainAsync(byte[] draft, IReadOnlyList<string> headings)
    {
        await page.EvaluateAsync("pages => document.querySelectorAll('.toc .page').forEach((cell, i) => cell.textContent = pages[i])",
            PagesOf(headings, draft));
        return await PdfAsync(accessible: true);
    }

    /// <summary>The least Chromium can do: no page numbers in the contents, no tags, no bookmarks.</summary>
    public async Task<byte[]> PrintPlainAsync(string html)
    {
        await page.SetContentAsync(html);
        return await PdfAsync(accessible: false);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private Task<byte[]> PdfAsync(bool accessible) => page.PdfAsync(new()
    {
        Format = "A4",
        Margin = new() { Top = "29mm", Bottom = "25mm", Left = "25mm", Right = "25mm" },
        PrintBackground = true,
        DisplayHeaderFooter = true,
        HeaderTemplate = Line("<span class='title'></span>"),
        FooterTemplate = Line("Page <span class='pageNumber'></span> of <span class='totalPages'></span>"),
        Tagged = accessible,
        Outline = accessible,
    });

    private static string Line(string content) => $"<div style='font-size:8px;width:100%;text-align:center'>{content}</div>";

    private static int[] PagesOf(IReadOnlyList<string> headings, byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        if (!document.TryGetBookmarks(out var bookmarks))
            throw new InvalidOperationException("Chromium wrote no bookmarks.");
        var pages = bookmarks.GetNodes().OfType<UglyToad.PdfPig.Outline.DocumentBookmarkNode>()
            .GroupBy(node => WithoutSpaces(node.Title), StringComparer.Ordinal)
            .ToDictionary(node => node.Key, node => node.First().PageNumber, StringComparer.Ordinal);
        return [.. headings.Select(heading => pages[WithoutSpaces(heading)])];
    }

    /// <summary>Where a heading runs over two lines, Chromium's bookmark has no space between them.</summary>
    private static string WithoutSpaces(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c)));
}
