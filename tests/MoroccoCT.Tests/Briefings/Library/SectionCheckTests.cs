namespace MoroccoCT.Tests.Briefings.Library;

public class SectionCheckTests
{
    private const string File = "sections/lights/en.md";
    private const string Advice = "without a citation – end it with [@source-id]; nothing is issued without its source";

    [Theory]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog.", "a paragraph")]
    [InlineData("the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\".", "a judgement")]
    [InlineData("a red light. [@lamp-act]", "a red light.", "a list item")]
    [InlineData("A fog signal has sounded since 1925. [@harbour-log:page-2]", "A fog signal has sounded since 1925.", "a key point")]
    public void Whatever_states_a_fact_names_its_source(string old, string now, string what)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, old, now);

        library.Problems().ShouldBe([library.At(File, now, $"{what} {Advice}")]);
    }

    [Fact]
    public void A_table_names_its_source_in_its_title()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "harbours apart. [@harbour-log:page-2]", "harbours apart.");
        library.Replace(File, "| One long blast |", "| One long blast [@lamp-act] |");

        library.Problems().ShouldBe([library.At(File, "| Harbour", $"a table title {Advice}")]);
    }

    [Fact]
    public void Each_item_of_a_list_counts_for_itself()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "a white light. [@harbour-log:page-1; @lamp-act]", "a white light.");
        library.Replace(File, "a red light. [@lamp-act]", "a red light.");

        library.Problems().ShouldBe([library.At(File, "North:", $"a list item {Advice}"), library.At(File, "South:", $"a list item {Advice}")]);
    }

    [Fact]
    public void An_empty_topic_is_reported_at_its_heading()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "## The fog", "## The smoke {#smoke}\n\n## The fog");

        library.Problems().ShouldBe([library.At(File, "{#smoke}", "topic 'smoke' is empty – write at least one paragraph below its heading, or remove it")]);
    }

    [Fact]
    public void A_citation_that_cannot_be_read_is_not_reported_as_missing_too()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "in fog. [@harbour-log:page-2]", "in fog. [@Harbour-Log]");

        library.Problems().ShouldHaveSingleItem().ShouldContain("a citation that cannot be read");
    }
}
