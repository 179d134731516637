using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public class ContentLibraryTests
{
    [Fact]
    public void The_library_that_ships_is_clean()
    {
        var library = TestLibrary.Real;

        library.Languages[0].ShouldBe("en");
        library.Sections("en").Select(section => section.Id).ShouldBe(["domestic", "us-cooperation", "regional"]);
    }

    [Fact]
    public void Each_language_that_ships_has_every_section_with_the_same_topics() =>
        TestLibrary.Real.Languages.ShouldAllBe(language => Topics(language).SequenceEqual(Topics("en")));

    [Fact]
    public void The_invented_library_is_clean_with_and_without_its_translation()
    {
        using var both = new TestLibrary();
        using var english = TestLibrary.OnlyEnglish();

        both.Problems().ShouldBeEmpty();
        english.Problems().ShouldBeEmpty();
        both.Load().Languages.ShouldBe(["en", "fr"]);
        english.Load().Languages.ShouldBe(["en"]);
    }

    [Fact]
    public void Every_fault_of_a_library_is_reported_at_once()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "order: 1", "order: first");
        library.Replace("sections/lights/en.md", "in fog. [@harbour-log:page-2]", "in `fog`. [@harbour-log:page-2]");
        library.Replace("sections/keepers/en.md", "in lamp oil. [@lamp-act]", "in lamp oil.");
        library.Replace("timeline.yaml", "date: 1925", "date: then");
        library.Delete("glossary.yaml");

        library.Problems().Select(problem => problem[..problem.IndexOf(" – ", StringComparison.Ordinal)]).ShouldBe(
        [
            "sections/keepers/en.md:30: a paragraph without a citation",
            "sections/lights/en.md:3: 'order' is 'first'",
            "sections/lights/en.md:31: code is not known here",
            "timeline.yaml:14: 'date' is 'then', which is no date",
            "glossary.yaml:1: the file is missing",
        ]);
    }

    [Fact]
    public void Every_fault_between_files_is_reported_at_once()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "a red light. [@lamp-act]", "a red light. [@nowhere]");
        library.Replace("sections/lights/en.md", "sounds in fog", "sounds in XYZ");
        library.Replace("key-figures.yaml", "topic: service", "topic: watch");
        library.Replace("glossary.yaml", "- term: TLP", "- term: OLA");

        library.Problems().Count.ShouldBe(4);
    }

    [Fact]
    public void The_message_of_a_broken_library_is_one_line_for_each_fault()
    {
        using var library = new TestLibrary();
        library.Delete("glossary.yaml");
        library.Delete("method.yaml");

        var broken = Should.Throw<BrokenLibraryException>(library.Load);

        broken.Message.Split('\n').ShouldBe(broken.Problems.Select(problem => problem.ToString()));
        broken.Problems.Count.ShouldBe(2);
    }

    private static IEnumerable<string> Topics(string language) =>
        TestLibrary.Real.Sections(language).SelectMany(section => section.Topics.Select(topic => $"{section.Id}/{topic.Id}"));
}
