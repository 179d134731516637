using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class WordsTests
{
    [Theory]
    [InlineData("en", "2026-11-22", "22 November 2026")]
    [InlineData("en", "2026-05-01", "1 May 2026")]
    [InlineData("fr", "2026-11-22", "22 novembre 2026")]
    [InlineData("fr", "2026-05-01", "1er mai 2026")]
    [InlineData("ar", "2026-11-22", "22 نونبر 2026")]
    [InlineData("ar", "2026-05-01", "فاتح ماي 2026")]
    public void Days_are_written_by_the_convention_of_the_language(string language, string date, string written)
    {
        var briefing = Compose(Everything with { Language = language }, Issue with { Date = DateOnly.Parse(date) });

        Row(briefing, TestLibrary.Real.Labels["issued"].In(language)).ShouldBe(written);
    }

    [Theory]
    [InlineData("en", "April 2016")]
    [InlineData("fr", "avril 2016")]
    [InlineData("ar", "أبريل 2016")]
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
