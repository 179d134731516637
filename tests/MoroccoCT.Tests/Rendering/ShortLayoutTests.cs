using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Library;
using MoroccoCT.Tests.Rendering.Conformance;

namespace MoroccoCT.Tests.Rendering;

/// <summary>What only the layout of a short briefing can get wrong.</summary>
[Collection(RenderingCollection.Name)]
public sealed class ShortLayoutTests(RenderingFixture documents) : IDisposable
{
    private const string English = "sections/regional/en.md";

    private readonly LibraryCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task A_judgement_that_stands_for_its_topic_is_a_quotation_under_its_label()
    {
        foreach (var language in new[] { "en", "fr", "ar" })
        {
            var file = $"sections/regional/{language}.md";
            var text = copy.Read(file);
            var place = text.IndexOf("\n> ", StringComparison.Ordinal);
            var end = text.IndexOf('\n', place + 1);
            copy.Write(file, $"{text[..end]}{{.main}}{text[end..]}");
        }

        var pdf = await ReadAsync();

        pdf.Structure.Find("BlockQuote").ShouldHaveSingleItem().Text.ShouldStartWith("The fact sheet ranks Morocco");
        pdf.Structure.All.ShouldContain(element => element.Role == "P" && element.Text == TestLibrary.Real.Labels["judgement"].In("en"));
    }

    [Fact]
    public async Task A_passage_longer_than_a_page_goes_on_on_the_next()
    {
        foreach (var language in new[] { "fr", "ar" })
            File.Delete(copy.PathOf($"sections/regional/{language}.md"));
        foreach (var section in new[] { "domestic", "us-cooperation" })
            foreach (var language in new[] { "fr", "ar" })
                File.Delete(copy.PathOf($"sections/{section}/{language}.md"));
        var length = string.Concat(Enumerable.Repeat("And so on at length. ", 400));
        copy.Replace(English, "Morocco has intelligence relations", $"{length}Morocco has intelligence relations");

        var pdf = await ReadAsync();

        pdf.Pages.Count.ShouldBeGreaterThan(3);
        pdf.Pages.SelectMany(page => page.Letters.Select(letter => letter.StartBaseLine.Y)).ShouldAllBe(y => y > 0);
        pdf.Structure.Find("P").ShouldContain(paragraph => paragraph.Text.Split("at length").Length > 400);
    }

    [Fact]
    public async Task A_choice_without_events_and_key_points_has_neither()
    {
        var briefing = await documents.RenderAsync(new() { Sections = ["us-cooperation"], Topics = ["border"], Depth = Depth.Short });

        TaggedPdf.Read(briefing.Pdf).Bookmarks.Select(bookmark => bookmark.Title)
            .ShouldBe(["1 Cooperation with the United States", "1.1 Watch-listed travellers", "Notes", "Sources", "Provenance"]);
    }

    private async Task<TaggedPdf> ReadAsync() => TaggedPdf.Read(
        (await documents.Renderer(copy.Load()).RenderAsync(
            new() { Sections = ["regional"], Depth = Depth.Short }, new(RenderingFixture.Date), CancellationToken.None)).Pdf);
}
