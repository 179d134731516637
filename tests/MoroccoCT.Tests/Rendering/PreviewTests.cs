using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using UglyToad.PdfPig;

namespace MoroccoCT.Tests.Rendering;

/// <summary>What is seen before ordering is what is ordered.</summary>
[Collection(RenderingCollection.Name)]
public sealed class PreviewTests(RenderingFixture documents)
{
    /// <summary>No text of a briefing is set as large as its mark, in points.</summary>
    private const double LargerThanAnyText = 60;

    private readonly FakeTimeProvider time = new(new(RenderingFixture.Date, new(12, 0), TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task The_pages_say_what_the_ordered_ones_say_and_that_they_are_a_preview(string language, Depth depth)
    {
        var order = RenderingFixture.Order(language, depth);
        var ordered = await documents.RenderAsync(order);

        var pages = Read((await PreviewAsync(order)).Content);

        pages.Select(page => page.Text).ShouldBe(Read(ordered.Pdf).Select(page => page.Text));
        pages.ShouldAllBe(page => page.Mark.Length > 0);
        Read(ordered.Pdf).ShouldAllBe(page => page.Mark.Length == 0);
        if (language != "ar")
            pages.ShouldAllBe(page => page.Mark == (language == "fr" ? "APERÇU" : "PREVIEW"));
    }

    [Fact]
    public async Task A_number_is_not_given_yet_and_everything_else_is_as_ordered()
    {
        var order = new BriefingOrder { Sections = ["regional"], Numbered = true };
        var ordered = await documents.Renderer().RenderAsync(order, new(RenderingFixture.Date, "MCT-2026-0042"), default);

        var pages = Read((await PreviewAsync(order)).Content);

        pages[0].Text.ShouldContain("MCT-2026-…");
        pages.Count.ShouldBe(ordered.Pages);
        pages[1].Text.ShouldNotContain("0042");
    }

    [Fact]
    public async Task It_has_the_fingerprint_of_what_it_is_a_preview_of_and_its_manifest_says_what_it_is()
    {
        var order = RenderingFixture.Order("en", Depth.Short);
        var prepared = await Previews().PrepareAsync(order, Viewer.Everything, person: null, default);
        var issued = await documents.Renderer().PrepareAsync(order, new(RenderingFixture.Date), default);

        prepared.Fingerprint.ShouldBe(issued.Fingerprint);
        (prepared.Manifest.Preview, issued.Manifest.Preview).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_summary_that_would_be_refused_is_refused_here_too()
    {
        var order = RenderingFixture.Order("en", Depth.Summary) with { Title = string.Join(' ', Enumerable.Repeat("Word", 32)), PreparedFor = new('W', 110) };
        var previews = Previews();
        var prepared = await previews.PrepareAsync(order, Viewer.Everything, person: null, default);

        (await Should.ThrowAsync<SummaryTooLongException>(() => TypesetLongAsync(previews, prepared))).Pages.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Nobody_sees_beforehand_what_he_could_not_look_at_afterwards()
    {
        var order = RenderingFixture.Order("en", Depth.Short) with { Marking = "TLP:RED" };

        var refused = await Should.ThrowAsync<OrderRejectedException>(() =>
            Previews().PrepareAsync(order, new Viewer("main", Marking.Find("TLP:AMBER")!.Level), person: null, default));

        refused.Problems.ShouldHaveSingleItem().Fault.ShouldBe(OrderFault.AboveClearance);
    }

    private BriefingPreviews Previews() => new(documents.Renderer(), documents.Engines, Options.Create(RenderingFixture.Desk), time);

    private async Task<MoroccoCT.Typesetting.TypesetDocument> PreviewAsync(BriefingOrder order)
    {
        var previews = Previews();
        return await previews.TypesetAsync(await previews.PrepareAsync(order, Viewer.Everything, person: null, default), default);
    }

    /// <summary>With more notices than its page takes.</summary>
    private static Task TypesetLongAsync(BriefingPreviews previews, PreparedBriefing prepared)
    {
        var notices = Enumerable.Repeat("A notice that fills a line of its own on the page.", 80).ToList();
        return previews.TypesetAsync(prepared with { Briefing = prepared.Briefing with { Notices = notices } }, default);
    }

    private static List<(string Text, string Mark)> Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return
        [
            .. document.GetPages().Select(page => (
                string.Concat(page.Letters.Where(letter => letter.PointSize < LargerThanAnyText).Select(letter => letter.Value)),
                string.Concat(page.Letters.Where(letter => letter.PointSize >= LargerThanAnyText).Select(letter => letter.Value)))),
        ];
    }
}
