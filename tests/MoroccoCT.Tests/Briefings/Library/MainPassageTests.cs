using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Briefings.Library;

/// <summary>The passage that stands for a topic in a short briefing.</summary>
public sealed class MainPassageTests
{
    private const string File = "sections/lights/en.md";

    [Fact]
    public void Without_a_mark_it_is_the_first_paragraph()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "The Osk Lamp Authority (OLA) keeps", "> They burn bright. [@lamp-act]\n\nThe Osk Lamp Authority (OLA) keeps");

        Passage(library).ShouldStartWith("The Osk Lamp Authority");
    }

    [Theory]
    [InlineData("{.main}")]
    [InlineData(" {.main}")]
    [InlineData("\n> {.main}")]
    [InlineData(" { .main }")]
    public void A_mark_behind_the_citation_names_another_and_is_not_printed(string mark)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "the pride of Osk\". [@harbour-log:page-1]", $"the pride of Osk\". [@harbour-log:page-1]{mark}");

        library.Problems().ShouldBeEmpty();
        var judgement = library.Load().Sections("en")[0].Topics[0].Main.ShouldBeOfType<Judgement>();
        judgement.Content.PlainText().ShouldBe("The log calls them “the pride of Osk”.");
        judgement.Content[^1].ShouldBeOfType<Citation>();
    }

    [Theory]
    [InlineData("a red light. [@lamp-act]", "a red light. [@lamp-act]{.main}")]
    [InlineData("They were lit", "They {.main} were lit")]
    [InlineData("harbours apart. [@harbour-log:page-2]", "harbours apart. [@harbour-log:page-2]{.main}")]
    [InlineData("since 1925. [@harbour-log:page-2]", "since 1925. [@harbour-log:page-2]{.main}")]
    public void A_mark_elsewhere_is_a_fault(string old, string now)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, old, now);

        library.Problems().ShouldBe([library.At(File, "{.main}", "'{.main}' at a place where it means nothing – "
            + "write it once in a topic, behind the last citation of a paragraph or judgement that stands in no list")]);
    }

    [Fact]
    public void Two_marks_in_a_topic_are_a_fault_at_the_second()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "on 1 May 1920. [@harbour-log:page-1]", "on 1 May 1920. [@harbour-log:page-1]{.main}");
        library.Replace(File, "the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\". [@harbour-log:page-1]{.main}");

        library.Problems().ShouldBe([library.At(File, "the pride", "a second passage of topic 'beacons' is named {.main} – name one of them")]);
    }

    [Fact]
    public void A_topic_of_lists_alone_has_none()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/keepers/en.md", "Keepers are paid in lamp oil.", "- Keepers are paid in lamp oil.");

        library.Problems().ShouldBe([library.At("sections/keepers/en.md", "{#pay}", "topic 'pay' has no passage that could stand for it in a short briefing – "
            + "write a paragraph or judgement that says the main thing, outside of lists and tables")]);
    }

    [Fact]
    public void A_misspelt_mark_is_told_as_words_after_the_citation()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(File, "on 1 May 1920. [@harbour-log:page-1]", "on 1 May 1920. [@harbour-log:page-1]{.mian}");

        library.Problems().ShouldHaveSingleItem().ShouldContain("a paragraph with text after its last citation");
    }

    [Fact]
    public void A_translation_names_the_same_passage_as_the_original()
    {
        using var library = new TestLibrary();
        library.Replace(File, "the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\". [@harbour-log:page-1]{.main}");
        const string french = "sections/lights/fr.md";

        library.Problems().ShouldBe([library.At(french, "> Le journal", "this is not named {.main}, the original is – name the same passage as " + File)]);

        library.Replace(french, "la fierté d'Osk\". [@harbour-log:page-1]", "la fierté d'Osk\". [@harbour-log:page-1]{.main}");
        library.Problems().ShouldBeEmpty();
    }

    private static string Passage(TestLibrary library) => new[] { library.Load().Sections("en")[0].Topics[0].Main! }.PlainText();
}
