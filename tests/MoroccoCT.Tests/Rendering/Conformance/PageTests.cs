using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Library;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>What is printed lies on the paper, however long the writers' texts are.</summary>
[Collection(RenderingCollection.Name)]
public sealed partial class PageTests(RenderingFixture documents)
{
    /// <summary>Header and footer stand 10 mm from the edge, in points.</summary>
    private const double Edge = 28;

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Nothing_runs_over_the_edge(string language, Depth depth) =>
        StayOnThePaper((await documents.RenderAsync(RenderingFixture.Order(language, depth))).Pdf);

    /// <summary>Each is longer than a page, and kept together where it is short.</summary>
    [Theory]
    [InlineData("list", "- First{0}. [@fact-sheet:regional-1]\n- Second{0}. [@fact-sheet:regional-1]\n- Last{0}. [@fact-sheet:regional-1]")]
    [InlineData("judgement", "> First{0}{0}{0}. Last. [@fact-sheet:regional-1]")]
    public async Task What_is_longer_than_a_page_goes_on_on_the_next(string what, string text)
    {
        using var copy = new LibraryCopy();
        var words = string.Concat(Enumerable.Repeat(" and so on at length", 120));
        foreach (var language in TestLibrary.Real.Languages)
            copy.Append($"sections/regional/{language}.md", "\n" + string.Format(text, words));

        var rendered = await documents.Renderer(copy.Load()).RenderAsync(new() { Sections = ["regional"] }, new(RenderingFixture.Date), CancellationToken.None);

        StayOnThePaper(rendered.Pdf);
        PagesWith(rendered.Pdf, "length").Count().ShouldBeGreaterThan(1, what);
    }

    /// <summary>A writer may put a chapter into any field. What stands in place of <paramref name="pattern"/> is longer than a page.</summary>
    [Theory]
    [InlineData("sections/regional/en.md", @"This section describes", 700)]
    [InlineData("sections/regional/en.md", @"(?<=text: "")Morocco became Co-Chair", 700)]
    [InlineData("sections/regional/en.md", @"(?<=\n## )[^\n]*(?= \{#)", 100)]
    [InlineData("sections/us-cooperation/en.md", @"(?<=Table: )", 300)]
    [InlineData("sections/us-cooperation/en.md", @"(?<=\| )Not stated", 900)]
    [InlineData("programmes.yaml", @"(?<=scope:\n      en: )Dealing[^\n]*", 600)]
    [InlineData("timeline.yaml", @"(?<=en: )[^\n]*Trans-Saharan[^\n]*", 600)]
    [InlineData("key-figures.yaml", @"(?<=unit:\n    en: )[^\n]*", 600)]
    [InlineData("key-figures.yaml", @"(?<=value:\n    en: )[^\n]*", 200)]
    [InlineData("sources.yaml", @"The only document that we hold", 900)]
    [InlineData("sources.yaml", @"(?<=short:\n    en: )Fact sheet", 200)]
    [InlineData("glossary.yaml", @"(?<=en: )Global Counterterrorism Forum", 700)]
    [InlineData("method.yaml", @"The chosen sections", 900)]
    public async Task No_word_of_a_long_text_is_cut_off(string file, string pattern, int words)
    {
        using var copy = new LibraryCopy();
        var text = Enumerable.Range(0, words).Select(number => $"w{number}x").ToList();
        var replaced = new Regex(pattern).Replace(copy.Read(file), string.Join(' ', text) + " ", count: 1);
        replaced.ShouldNotBe(copy.Read(file));
        copy.Write(file, replaced);

        var rendered = await documents.Renderer(copy.Load()).RenderAsync(
            TestBriefings.Everything with { Depth = Depth.Full }, new(RenderingFixture.Date), CancellationToken.None);

        StayOnThePaper(rendered.Pdf);
        using var pdf = PdfDocument.Open(rendered.Pdf);
        var onPaper = pdf.GetPages().SelectMany(page => Word().Matches(page.Text)).Select(word => word.Value).ToHashSet();
        text.Where(word => !onPaper.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeline_longer_than_a_page_goes_on_on_the_next()
    {
        using var copy = new LibraryCopy();
        foreach (var number in Enumerable.Range(1, 20))
        {
            var text = string.Concat(Enumerable.Repeat("and so on at length ", 12)).Trim();
            copy.Append("timeline.yaml", $"""
                - id: more-{number}
                  date: 2016-04
                  section: regional
                  topic: partnership
                  sources: [fact-sheet:regional-1]
                  text:
                    en: {text}
                    fr: {text}
                    ar: {text}
                """);
        }

        var rendered = await documents.Renderer(copy.Load()).RenderAsync(new() { Sections = ["regional"] }, new(RenderingFixture.Date), CancellationToken.None);

        StayOnThePaper(rendered.Pdf);
        PagesWith(rendered.Pdf, "length").Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Key_figures_longer_than_a_page_go_on_on_the_next()
    {
        using var copy = new LibraryCopy();
        foreach (var number in Enumerable.Range(1, 40))
        {
            copy.Append("key-figures.yaml", $$"""
                - id: more-{{number}}
                  section: regional
                  topic: partnership
                  value: { en: '1', fr: '1', ar: '1' }
                  unit: { en: made up, fr: made up, ar: made up }
                  date: { en: at length, fr: at length, ar: at length }
                  sources: [fact-sheet:regional-1]
                """);
        }

        var rendered = await documents.Renderer(copy.Load()).RenderAsync(new() { Sections = ["regional"] }, new(RenderingFixture.Date), CancellationToken.None);

        StayOnThePaper(rendered.Pdf);
        PagesWith(rendered.Pdf, "length").Count().ShouldBeGreaterThan(1);
    }

    [GeneratedRegex(@"w\d+x")]
    private static partial Regex Word();

    private static void StayOnThePaper(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        foreach (var page in pdf.GetPages())
            string.Concat(page.Letters.Where(letter => !IsOnPaper(letter, page)).Select(letter => letter.Value))
                .ShouldBeEmpty($"over the edge of page {page.Number}");
    }

    private static bool IsOnPaper(Letter letter, Page page) =>
        string.IsNullOrWhiteSpace(letter.Value)
        || (letter.StartBaseLine.X >= Edge && letter.EndBaseLine.X <= page.Width - Edge
            && letter.StartBaseLine.Y >= Edge && letter.StartBaseLine.Y <= page.Height - Edge);

    private static IEnumerable<Page> PagesWith(byte[] file, string word)
    {
        using var pdf = PdfDocument.Open(file);
        return [.. pdf.GetPages().Where(page => page.GetWords().Any(one => one.Text == word))];
    }
}
