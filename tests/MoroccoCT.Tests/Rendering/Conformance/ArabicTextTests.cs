using System.Diagnostics;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Composition;
using Xunit.Abstractions;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Text that is looked for in a briefing, or copied from it, is found as it was written, here by poppler's <c>pdftotext</c>.</summary>
[Collection(RenderingCollection.Name)]
public sealed class ArabicTextTests(RenderingFixture documents, ITestOutputHelper output)
{
    private static readonly BriefingOrder order = RenderingFixture.Order("ar", Depth.Full);

    [Fact]
    public async Task Phrases_of_the_text_are_found() =>
        ShareOf(Phrases.OfBody(TestBriefings.Compose(order)), await TextAsync()).ShouldBeGreaterThan(0.97);

    [Fact]
    public async Task Phrases_of_headings_and_tables_are_found() =>
        ShareOf(Phrases.OfHeadingsAndTables(TestBriefings.Compose(order)), await TextAsync()).ShouldBeGreaterThan(0.97);

    // Its ligature of lam and alef is one glyph: where that is mapped the wrong way round, the words come out as "اإلصدار" and "العالمة".
    [Fact]
    public async Task Ligatures_are_found_as_letters_in_their_order()
    {
        var text = await TextAsync();

        text.ShouldContain("تاريخ الإصدار");
        text.ShouldContain("تعني العلامة");
        text.ShouldNotContain("اإل");
    }

    [Fact]
    public async Task Acronyms_keep_all_of_their_letters_and_the_brackets_around_them() =>
        (await TextAsync(isPlain: false)).ShouldContain("القضائية (BCIJ)");

    // Amiri sets the letter meem of one of its words a little higher; the engine makes three pieces of the line for it.
    [Fact]
    public async Task A_line_with_raised_letters_is_one_text_which_is_read_from_its_end()
    {
        var title = (await documents.ReadAsync(order)).Structure.Find("H1").ShouldHaveSingleItem().Texts.Where(text => text.Text.Length > 0);

        string.Concat(title.ShouldHaveSingleItem().Text.Reverse()).ShouldBe(TestBriefings.Compose(order).Title);
    }

    private double ShareOf(IReadOnlyList<string> phrases, string text)
    {
        phrases.Count.ShouldBeGreaterThan(400);
        var missing = phrases.Where(phrase => !text.Contains(phrase, StringComparison.Ordinal)).ToList();
        var share = 1 - (double)missing.Count / phrases.Count;
        output.WriteLine($"{share:P1} of {phrases.Count} phrases are found. Not found: {string.Join(" | ", missing)}");
        return share;
    }

    private async Task<string> TextAsync(bool isPlain = true)
    {
        var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var reader = Process.Start(start)!;
        var text = reader.StandardOutput.ReadToEndAsync();
        await reader.StandardInput.BaseStream.WriteAsync((await documents.RenderAsync(order)).Pdf);
        reader.StandardInput.Close();
        return isPlain
            ? Phrases.Plain(await text)
            : string.Concat((await text).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
    }
}
