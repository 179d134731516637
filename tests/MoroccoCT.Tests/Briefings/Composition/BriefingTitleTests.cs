using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Briefings.Composition;

/// <summary>Lists and files name old requests too, whose sections and languages the library may have lost since.</summary>
public class BriefingTitleTests
{
    [Theory]
    [InlineData("lights,keepers", "en", "Where the light is", "Where the light is")]
    [InlineData("lights", "en", null, "Harbour lights")]
    [InlineData("lights", "fr", null, "Les feux des ports")]
    [InlineData("lamps", "en", null, "lamps")]
    [InlineData("lights", "de", null, "lights")]
    [InlineData("lights,lamps", "de", null, "lights, lamps")]
    public void A_request_keeps_a_name_whatever_the_library_has_lost(string sections, string language, string? title, string called) =>
        BriefingTitle.Of(new() { Sections = sections.Split(','), Language = language, Title = title }, TestLibrary.Fixture).ShouldBe(called);

    [Theory]
    [InlineData("lights", "fr")]
    [InlineData("lights,keepers", "en")]
    [InlineData("lights,keepers", "fr")]
    public void The_front_page_carries_the_same_title(string sections, string language)
    {
        var order = new BriefingOrder { Sections = sections.Split(','), Language = language };

        TestBriefings.Compose(order).Title.ShouldBe(BriefingTitle.Of(order, TestLibrary.Fixture));
    }
}
