using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Library;
using MoroccoCT.Tests.Rendering.Conformance;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

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

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Events_stay_together_on_the_page_of_their_title(string language)
    {
        var title = Key(TestLibrary.Real.Labels["timeline"].In(language), language);
        foreach (var sections in TestBriefings.Choices)
        {
            var pdf = await documents.ReadAsync(new() { Sections = sections, Language = language, Depth = Depth.Short });
            var timeline = pdf.Structure.All.SkipWhile(element => element.HeadingLevel != 2 || Key(element.Text, language) != title).ToList();

            timeline.TakeWhile((element, place) => place == 0 || element.HeadingLevel == 0)
                .SelectMany(element => element.Texts).Select(text => text.Page).Distinct().ShouldHaveSingleItem(string.Join(", ", sections));
        }
    }

    [Theory]
    [InlineData("en", Depth.Short)]
    [InlineData("fr", Depth.Short)]
    [InlineData("en", Depth.Summary)]
    [InlineData("fr", Depth.Summary)]
    public async Task A_hash_stands_on_the_line_of_its_label(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);
        var lines = pdf.Pages[^1].Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
            .Select(line => Bare(string.Concat(line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)))).ToList();

        foreach (var label in new[] { "provenance-library", "provenance-layout", "provenance-content" })
        {
            var start = Bare(TestLibrary.Real.Labels[label].In(language)) + ":";
            lines.ShouldContain(line => Regex.IsMatch(line, Regex.Escape(start) + "[0-9a-f]{12}"), start);
        }
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
