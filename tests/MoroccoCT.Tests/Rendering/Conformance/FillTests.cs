using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>No page is wasted, whatever sections and topics are chosen.</summary>
[Collection(RenderingCollection.Name)]
public sealed class FillTests(RenderingFixture documents)
{
    /// <summary>Margins of a page, in points.</summary>
    private const double Top = 29 * 72 / 25.4, Bottom = 25 * 72 / 25.4;

    private static readonly IReadOnlyList<string> sections = [.. TestLibrary.Real.Sections("en").Select(section => section.Id)];

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Pages_are_filled_whatever_sections_are_chosen(string language, Depth depth)
    {
        foreach (var chosen in TestBriefings.Choices)
        {
            var order = new BriefingOrder { Sections = chosen, Language = language, Depth = depth };
            var fills = await FillsAsync(order);

            // One section does not fill the single page of a summary.
            if (depth != Depth.Summary)
                fills[0].ShouldBeInRange(0.8, 1.02, string.Join(", ", order.Sections));
            fills[^1].ShouldBeInRange(0.15, 1.02, string.Join(", ", order.Sections));
            fills.SkipLast(1).ShouldAllBe(fill => fill > 0.6, string.Join(", ", order.Sections));
            await NothingStandsAloneAsync(order);
        }
    }

    [Fact]
    public async Task Pages_are_filled_whatever_topics_are_chosen()
    {
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var order = new BriefingOrder
            {
                Sections = sections,
                Topics =
                [
                    .. TestLibrary.Real.Sections("en").SelectMany(section => section.Topics.Where((_, place) => place == 0 || random.Next(2) == 0))
                        .Select(topic => topic.Id),
                ],
                Language = TestLibrary.Real.Languages[random.Next(TestLibrary.Real.Languages.Count)],
                Depth = i >= 40 ? Depth.Short : random.Next(2) == 0 ? Depth.Standard : Depth.Full,
                Paper = random.Next(2) == 0 ? Paper.A4 : Paper.Letter,
                Title = string.Join(' ', Enumerable.Repeat("A title", 1 + random.Next(15))),
            };

            var fills = await FillsAsync(order);
            var what = $"{order.Language}, {order.Depth}, {order.Paper}, {string.Join(", ", order.Topics)}";
            fills[^1].ShouldBeInRange(0.15, 1.02, what);
            fills.SkipLast(1).ShouldAllBe(fill => fill > 0.6, what);
            await NothingStandsAloneAsync(order);
        }
    }

    private async Task NothingStandsAloneAsync(BriefingOrder order)
    {
        foreach (var table in (await documents.ReadAsync(order)).Structure.Find("Table"))
        {
            // The header is repeated on each page, but once in the tree.
            var pages = table.Find("TR").Skip(1).Select(row => row.Texts.First().Page).ToList();
            if (pages.Count > 2)
                pages.CountBy(page => page).ShouldAllBe(page => page.Value > 1, $"{table.Text}: {string.Join(", ", pages)}");
        }

        if (order.Depth == Depth.Full)
        {
            var glossary = (await documents.ReadAsync(order)).Structure.Find("L").Single(list => list.Find("Lbl").Any(label => label.Text == "TLP"));
            if (glossary.Elements.Count() <= 8)
                glossary.Texts.Select(text => text.Page).Distinct().ShouldHaveSingleItem(glossary.Text);
        }
    }

    /// <summary>How far down the text of each page reaches, as a share of its height.</summary>
    private async Task<IReadOnlyList<double>> FillsAsync(BriefingOrder order)
    {
        using var pdf = PdfDocument.Open((await documents.RenderAsync(order)).Pdf);
        return [.. pdf.GetPages().Select(Fill)];
    }

    private static double Fill(Page page)
    {
        var text = page.Letters.Select(letter => letter.StartBaseLine.Y).Where(y => y > Bottom - 10 && y < page.Height - Top);
        return (page.Height - Top - text.Min()) / (page.Height - Top - Bottom);
    }
}
