using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Library;
using MoroccoCT.Tests.Rendering.Conformance;
using UglyToad.PdfPig.Content;

namespace MoroccoCT.Tests.Rendering;

/// <summary>The sharing label on the pages, and the order that would lower it.</summary>
[Collection(RenderingCollection.Name)]
public sealed class MarkingTests(RenderingFixture documents)
{
    private const double LabelSize = 12;

    private static readonly BriefingOrder section = new() { Sections = ["us-cooperation"] };

    public static TheoryData<string, string> LanguagesAndMarkings()
    {
        var cases = new TheoryData<string, string>();
        foreach (var language in TestLibrary.Real.Languages)
        {
            foreach (var marking in Marking.All)
                cases.Add(language, marking.Label);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(LanguagesAndMarkings))]
    public async Task The_label_stands_at_head_and_foot_of_each_page_in_its_colour_and_untranslated(string language, string label)
    {
        var pdf = await documents.ReadAsync(section with { Language = language, Marking = label });

        pdf.Pages.Count.ShouldBeGreaterThan(2);
        foreach (var page in pdf.Pages)
        {
            var labels = page.Letters.Where(letter => Math.Abs(letter.PointSize - LabelSize) < 0.01 && Color(letter) == Marking.Find(label)!.Color).ToList();

            Text(labels.Where(letter => letter.StartBaseLine.Y > page.Height * 0.9)).ShouldBe(label, $"head of page {page.Number}");
            Text(labels.Where(letter => letter.StartBaseLine.Y < page.Height * 0.1)).ShouldBe(label, $"foot of page {page.Number}");
        }
    }

    [Theory]
    [MemberData(nameof(LanguagesAndMarkings))]
    public async Task Page_one_says_in_plain_words_what_the_label_allows(string language, string label)
    {
        var pdf = await documents.ReadAsync(section with { Language = language, Marking = label });
        var words = TestLibrary.Real.Labels[Marking.Find(label)!.LabelKey].In(language);

        var first = pdf.Structure.Find("P").First();
        first.Texts.ShouldAllBe(text => text.Page == 1);
        Typography.Key(first.Text, language).ShouldBe(Typography.Key(words, language));
    }

    [Fact]
    public async Task An_order_below_the_lowest_marking_of_a_section_is_rejected_in_each_language()
    {
        using var copy = new LibraryCopy();
        Mark(copy, "domestic", "TLP:AMBER");
        var renderer = documents.Renderer(copy.Load());

        foreach (var language in TestLibrary.Real.Languages)
        {
            var rejected = await Should.ThrowAsync<OrderRejectedException>(() => renderer.RenderAsync(
                TestBriefings.Everything with { Language = language, Marking = "TLP:GREEN" }, new(RenderingFixture.Date), CancellationToken.None));

            rejected.Problems.ShouldHaveSingleItem().ShouldBe(new("marking", OrderFault.MarkingTooLow, "TLP:GREEN", "domestic", "TLP:AMBER"));
        }
    }

    [Fact]
    public async Task An_order_without_marking_gets_the_highest_of_its_sections()
    {
        using var copy = new LibraryCopy();
        Mark(copy, "domestic", "TLP:AMBER");
        Mark(copy, "regional", "TLP:GREEN");
        var renderer = documents.Renderer(copy.Load());

        var all = await renderer.RenderAsync(RenderingFixture.Order("en", Depth.Summary), new(RenderingFixture.Date), CancellationToken.None);
        var open = await renderer.RenderAsync(section with { Depth = Depth.Summary }, new(RenderingFixture.Date), CancellationToken.None);

        (all.Manifest.Order.Marking, open.Manifest.Order.Marking).ShouldBe(("TLP:AMBER", "TLP:CLEAR"));
        TaggedPdf.Read(all.Pdf).Information.Keywords.ShouldStartWith("TLP:AMBER, ");
    }

    private static void Mark(LibraryCopy copy, string section, string marking)
    {
        foreach (var language in TestLibrary.Real.Languages)
            copy.Replace($"sections/{section}/{language}.md", "marking: TLP:CLEAR", $"marking: {marking}");
    }

    private static string Text(IEnumerable<Letter> letters) => string.Concat(letters.Select(letter => letter.Value));

    private static string Color(Letter letter)
    {
        var (red, green, blue) = letter.Color!.ToRGBValues();
        return $"#{Byte(red)}{Byte(green)}{Byte(blue)}";
    }

    private static string Byte(double share) => ((int)Math.Round(share * 255)).ToString("X2");
}
