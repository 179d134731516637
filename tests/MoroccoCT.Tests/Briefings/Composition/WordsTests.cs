using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class WordsTests
{
    [Theory]
    [InlineData("en", "2026-11-22", "22\u00A0November\u00A02026")]
    [InlineData("en", "2026-05-01", "1\u00A0May\u00A02026")]
    [InlineData("fr", "2026-11-22", "22\u00A0novembre\u00A02026")]
    [InlineData("fr", "2026-05-01", "1er\u00A0mai\u00A02026")]
    [InlineData("ar", "2026-11-22", "22\u00A0نونبر\u00A02026")]
    [InlineData("ar", "2026-05-01", "فاتح\u00A0ماي\u00A02026")]
    public void Days_are_written_by_the_convention_of_the_language(string language, string date, string written)
    {
        var briefing = Compose(Everything with { Language = language }, Issue with { Date = DateOnly.Parse(date) });

        Row(briefing, TestLibrary.Real.Labels["issued"].In(language)).ShouldBe(written);
    }

    [Theory]
    [InlineData("en", "April\u00A02016")]
    [InlineData("fr", "avril\u00A02016")]
    [InlineData("ar", "أبريل\u00A02016")]
    public void Months_are_written_without_a_day(string language, string written) =>
        Row(Compose(Everything with { Language = language }), TestLibrary.Real.Labels["information-as-of"].In(language)).ShouldBe(written);

    [Fact]
    public void A_text_with_places_of_its_own_is_put_in_as_it_is()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "title: Harbour lights", "title: \"Lights {section} {topics} {0} }{\"");

        Compose(library.Load(), Osk with { Topics = ["beacons"] }).Scope.ShouldBe("Lights {section} {topics} {0} }{ (The two beacons); The keepers");
    }

    [Fact]
    public void A_brace_that_opens_no_place_is_printed()
    {
        using var library = new TestLibrary();
        library.Replace("labels.yaml", "Sources: notes {notes}.", "Sources: {notes} {.");

        Compose(library.Load(), Osk).Timeline!.Source.ShouldEndWith(" {.");
    }
}
