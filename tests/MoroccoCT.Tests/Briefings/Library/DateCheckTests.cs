using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public sealed class DateCheckTests : IDisposable
{
    private const string Keepers = "sections/keepers/en.md";
    private const string Advice = "the cover would say too early a date: give the one to which the text's information goes, in each language";

    private readonly TestLibrary library = TestLibrary.OnlyEnglish();

    public void Dispose() => library.Dispose();

    [Fact]
    public void Information_is_not_older_than_a_dated_event_of_the_section()
    {
        library.Replace("timeline.yaml", "date: 1930-11\n", "date: 1931-02\n");

        library.Problems().ShouldBe([library.At(Keepers, "information-as-of",
            $"information-as-of is 1930-11-02, but the event 'first-training' is of 1931-02 ({Place("timeline.yaml", "first-training")}) – {Advice}")]);
    }

    [Fact]
    public void Information_is_not_older_than_a_source_that_the_section_cites()
    {
        library.Replace("sources.yaml", "  date: null", "  date: 1931");

        library.Problems().ShouldHaveSingleItem().ShouldStartWith(library.At(Keepers, "information-as-of",
            "information-as-of is 1930-11-02, but the source 'keepers-letters' is of 1931 (cited at "));
    }

    [Fact]
    public void Sources_of_figures_and_programmes_count_too()
    {
        library.Write("sources.yaml", $"{library.Read("sources.yaml").TrimEnd()}\n{NewSource}");
        library.Replace("key-figures.yaml", "sources: [harbour-log:page-3]", "sources: [almanac]");

        library.Problems().ShouldHaveSingleItem().ShouldContain("the source 'almanac' is of 1935 (cited at key-figures.yaml:");
    }

    [Theory]
    [InlineData("1930", "a year lasts until its end")]
    [InlineData("1930-11", "and a month until its last day")]
    public void A_date_that_may_be_as_late_is_none_too_early(string asOf, string why)
    {
        library.Replace(Keepers, "information-as-of: 1930-11-02", $"information-as-of: {asOf}");

        library.Problems().ShouldBeEmpty(why);
    }

    [Fact]
    public void Nobody_has_reviewed_a_text_tomorrow()
    {
        var reviewed = new DateOnly(1932, 2, 1);

        Should.NotThrow(() => ContentLibrary.Load(library.Folder, today: reviewed));
        Should.Throw<BrokenLibraryException>(() => ContentLibrary.Load(library.Folder, today: reviewed.AddDays(-1)))
            .Problems.ShouldHaveSingleItem().ToString().ShouldBe(library.At("sections/lights/en.md", "last-reviewed",
                "last-reviewed is 1932-02-01, which is still to come – give the day on which the text was reviewed"));
    }

    [Theory]
    [InlineData("reviewer: Ada Example", "reviewer: null")]
    [InlineData("last-reviewed: 1932-02-01", "last-reviewed: null")]
    [InlineData("last-reviewed: 1932-02-01", "last-reviewed: 1932-02")]
    public void A_review_has_a_day_and_a_person(string old, string now)
    {
        library.Replace("sections/lights/en.md", old, now);

        library.Problems().ShouldBe([library.At("sections/lights/en.md", "last-reviewed",
            "a review needs a day and a person – give both 'last-reviewed: yyyy-MM-dd' and 'reviewer: Name', or neither")]);
    }

    private const string NewSource = """
        - id: almanac
          author: { en: Council of Osk }
          title: { en: Almanac }
          short: { en: Almanac }
          language: en
          date: 1935
          type: official-statement
          note: { en: Yearly. }

        """;

    private string Place(string file, string mark) => library.At(file, mark, "").Split(": ")[0];
}
