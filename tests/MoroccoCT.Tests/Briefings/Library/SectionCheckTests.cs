namespace MoroccoCT.Tests.Briefings.Library;

public class SectionCheckTests
{
    private const string File = "sections/lights/en.md";
    private const string Misplaced =
        "with a citation that does not stand after the end of a sentence – put it behind the full stop: 'The sentence. [@source-id]'";
    private const string TextAfter = "with text after its last citation – end it with [@source-id]; nothing is issued without its source";
    private const string Advice = "without a citation – end it with [@source-id]; nothing is issued without its source";

    [Theory]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog.", "a paragraph")]
    [InlineData("the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\".", "a judgement")]
    [InlineData("a red light. [@lamp-act]", "a red light.", "a list item")]
    [InlineData("A fog signal has sounded since 1925. [@harbour-log:page-2]", "A fog signal has sounded since 1925.", "a key point")]
    [InlineData("two harbours. [@harbour-log:page-1]", "two harbours.", "a summary")]
    public void Whatever_states_a_fact_names_its_source(string old, string now, string what)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, old, now);

        library.Problems().ShouldBe([library.At(File, now, $"{what} {Advice}")]);
    }

    [Theory]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog. [@harbour-log:page-2] It is loud.", "a paragraph")]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog. [@harbour-log:page-2] *It is loud.*", "a paragraph")]
    [InlineData("the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\". [@harbour-log:page-1] It is.", "a judgement")]
    [InlineData("a red light. [@lamp-act]", "a red light. [@lamp-act] It is dim.", "a list item")]
    [InlineData("harbours apart. [@harbour-log:page-2]", "harbours apart. [@harbour-log:page-2] Both are old.", "a table title")]
    [InlineData("since 1925. [@harbour-log:page-2]", "since 1925. [@harbour-log:page-2] It is loud.", "a key point")]
    [InlineData("two harbours. [@harbour-log:page-1]", "two harbours. [@harbour-log:page-1] They are old.", "a summary")]
    public void Nothing_is_said_after_the_last_citation(string old, string now, string what)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, old, now);

        library.Problems().ShouldBe([library.At(File, now, $"{what} {TextAfter}")]);
    }

    [Theory]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog [@harbour-log:page-2].", "a paragraph")]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog [@harbour-log:page-2]", "a paragraph")]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog, [@lamp-act] and in snow. [@harbour-log:page-2]", "a paragraph")]
    [InlineData("in fog. [@harbour-log:page-2]", "in fog. [@lamp-act], [@harbour-log:page-2]", "a paragraph")]
    [InlineData("in fog. [@harbour-log:page-2]", "*in fog [@harbour-log:page-2].*", "a paragraph")]
    [InlineData("> The log calls", "> [@lamp-act] The log calls", "a judgement")]
    [InlineData("the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\" [@harbour-log:page-1].", "a judgement")]
    [InlineData("a red light. [@lamp-act]", "a red light [@lamp-act].", "a list item")]
    [InlineData("harbours apart. [@harbour-log:page-2]", "harbours apart [@harbour-log:page-2].", "a table title")]
    [InlineData("since 1925. [@harbour-log:page-2]", "since 1925 [@harbour-log:page-2].", "a key point")]
    [InlineData("two harbours. [@harbour-log:page-1]", "two harbours [@harbour-log:page-1].", "a summary")]
    public void A_citation_stands_after_the_end_of_a_sentence(string old, string now, string what)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, old, now);

        library.Problems().ShouldBe([library.At(File, now, $"{what} {Misplaced}")]);
    }

    [Fact]
    public void A_sentence_that_goes_unsourced_behind_a_misplaced_citation_is_reported_too()
    {
        using var library = TestLibrary.OnlyEnglish();
        const string Now = "in fog [@harbour-log:page-2]. It is loud.";
        library.Replace(File, "in fog. [@harbour-log:page-2]", Now);

        library.Problems().ShouldBe([library.At(File, Now, $"a paragraph {Misplaced}"), library.At(File, Now, $"a paragraph {TextAfter}")]);
    }

    [Fact]
    public void A_fault_of_place_is_reported_on_the_line_of_the_citation()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "on 1 May 1920. [@harbour-log:page-1]", "on 1 May 1920 [@harbour-log:page-1].");

        library.Problems().ShouldBe([library.At(File, "on 1 May 1920", $"a paragraph {Misplaced}")]);
    }

    [Theory]
    [InlineData("in fog! [@harbour-log:page-2]")]
    [InlineData("in fog? [@harbour-log:page-2]")]
    [InlineData("in fog… [@harbour-log:page-2]")]
    [InlineData("in fog; [@lamp-act] and in snow: [@harbour-log:page-2]")]
    [InlineData("in fog (and snow.) [@harbour-log:page-2]")]
    [InlineData("\"in fog.\" [@harbour-log:page-2]")]
    [InlineData("« in fog. » [@harbour-log:page-2]")]
    [InlineData("في الضباب؟ [@harbour-log:page-2]")]
    [InlineData("في الضباب؛ [@harbour-log:page-2]")]
    [InlineData("«في الضباب.» [@harbour-log:page-2]")]
    [InlineData("*in fog.* [@harbour-log:page-2]")]
    [InlineData("**in fog. [@harbour-log:page-2]**")]
    [InlineData("in fog. [@lamp-act] And in snow. [@harbour-log:page-2] [@lamp-act]")]
    public void Whatever_ends_a_sentence_may_stand_before_its_citation(string now)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "in fog. [@harbour-log:page-2]", now);

        library.Problems().ShouldBeEmpty();
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
    public void So_do_the_items_and_paragraphs_within_an_item()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "a red light. [@lamp-act]", "a red light. [@lamp-act]\n\n  It is dim.\n\n  - It smokes.\n  - It smells. [@lamp-act]");

        library.Problems().ShouldBe([library.At(File, "It is dim.", $"a list item {Advice}"), library.At(File, "It smokes.", $"a list item {Advice}")]);
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
