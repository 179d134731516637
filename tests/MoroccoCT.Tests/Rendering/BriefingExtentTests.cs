using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Rendering;

/// <summary>What the amount of text promises is what the engine sets, within a page.</summary>
[Collection(RenderingCollection.Name)]
public sealed class BriefingExtentTests(RenderingFixture documents)
{
    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task The_estimate_is_at_most_a_page_off_whatever_sections_are_chosen(string language, Depth depth)
    {
        var sections = TestLibrary.Real.Sections("en").Select(section => section.Id).ToList();
        for (var choice = 1; choice < 1 << sections.Count; choice++)
        {
            var chosen = choice;
            var order = new BriefingOrder { Sections = [.. sections.Where((_, index) => (chosen >> index & 1) == 1)], Language = language, Depth = depth };

            var pages = (await documents.RenderAsync(order)).Pages;

            BriefingExtent.Pages(TestLibrary.Real, OrderValidator.Normalize(order, TestLibrary.Real))
                .ShouldBeInRange(pages - 1, pages + 1, string.Join(", ", order.Sections));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task A_short_briefing_of_a_section_has_two_pages_and_one_of_three_at_most_four(string language)
    {
        foreach (var section in TestLibrary.Real.Sections("en"))
            (await documents.RenderAsync(new() { Sections = [section.Id], Language = language, Depth = Depth.Short })).Pages.ShouldBe(2, section.Id);

        foreach (var paper in Enum.GetValues<Paper>())
            (await documents.RenderAsync(RenderingFixture.Order(language, Depth.Short) with { Paper = paper })).Pages.ShouldBeInRange(3, 4, $"{paper}");
    }
}
