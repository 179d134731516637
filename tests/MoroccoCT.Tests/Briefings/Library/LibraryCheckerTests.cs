namespace MoroccoCT.Tests.Briefings.Library;

public class LibraryCheckerTests
{
    private const string Lights = "sections/lights/en.md";
    private const string Keepers = "sections/keepers/en.md";
    private const string Sources = "add it to sources.yaml or use one of: harbour-log, lamp-act, keepers-letters";

    [Theory]
    [InlineData(Keepers, "turn. [@harbour-log:page-3]\n\n##", "turn. [@harbour-book:page-3]\n\n##", "harbour-book",
        $"unknown source 'harbour-book' – {Sources}")]
    [InlineData(Lights, "in fog. [@harbour-log:page-2]", "in fog. [@harbour-log:page-9]", "page-9",
        "source 'harbour-log' has no passage 'page-9' – use one of: page-1, page-2, page-3")]
    [InlineData(Lights, "a red light. [@lamp-act]", "a red light. [@lamp-act:part-1]", "part-1",
        "source 'lamp-act' has no passage 'part-1' – cite it as [@lamp-act]")]
    [InlineData(Lights, "- topic: fog-signal\n", "- topic: fog\n", "A fog signal",
        "a key point of an unknown topic 'fog' – use one of this section's topics: beacons, fog-signal")]
    [InlineData("timeline.yaml", "section: lights\n  topic: fog-signal", "section: lamps\n  topic: fog-signal", "fog-signal-sounds",
        "unknown section 'lamps' – use one of: lights, keepers")]
    [InlineData("timeline.yaml", "topic: fog-signal", "topic: fog", "fog-signal-sounds",
        "unknown topic 'fog' – use a topic of section 'lights': beacons, fog-signal")]
    [InlineData("timeline.yaml", "topic: fog-signal", "topic: pay", "fog-signal-sounds",
        "unknown topic 'pay' – use a topic of section 'lights': beacons, fog-signal")]
    [InlineData("timeline.yaml", "[harbour-log:page-2]", "[harbour-book]", "fog-signal-sounds", $"unknown source 'harbour-book' – {Sources}")]
    [InlineData("timeline.yaml", "[harbour-log:page-2]", "[\"harbour-log:page-9\"]", "fog-signal-sounds",
        "source 'harbour-log' has no passage 'page-9' – use one of: page-1, page-2, page-3")]
    [InlineData("timeline.yaml", "date: 1925", "date: 1915", "fog-signal-sounds",
        "'fog-signal-sounds' (1915) stands after 'beacons-lit' (1920-05-01) – keep the events in order of time")]
    [InlineData("timeline.yaml", "date: 1925", "date: 1920-05", "fog-signal-sounds", null)]
    [InlineData("key-figures.yaml", "section: keepers", "section: guards", "id: keepers", "unknown section 'guards' – use one of: lights, keepers")]
    [InlineData("key-figures.yaml", "topic: service", "topic: watch", "id: keepers",
        "unknown topic 'watch' – use a topic of section 'keepers': service, training, pay")]
    [InlineData("programmes.yaml", "section: keepers", "section: guards", "winter-school", "unknown section 'guards' – use one of: lights, keepers")]
    [InlineData("programmes.yaml", "topic: training", "topic: school", "winter-school",
        "unknown topic 'school' – use a topic of section 'keepers': service, training, pay")]
    [InlineData("programmes.yaml", "[keepers-letters]", "[letters]", "winter-school", $"unknown source 'letters' – {Sources}")]
    public void What_leads_nowhere_is_reported_with_what_would_lead_somewhere(string file, string old, string now, string mark, string? message)
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(file, old, now);

        library.Problems().ShouldBe(message is null ? [] : [library.At(file, mark, message)]);
    }

    [Theory]
    [InlineData("sources.yaml", "- id: keepers-letters", "lamp-act")]
    [InlineData("timeline.yaml", "- id: first-training", "beacons-lit")]
    [InlineData("key-figures.yaml", "- id: keepers", "beacons")]
    [InlineData("programmes.yaml", "  - id: winter-school", "oil")]
    [InlineData("glossary.yaml", "- term: TLP", "OLA")]
    public void An_id_that_stands_twice_in_a_data_file_is_reported_at_the_second(string file, string line, string taken)
    {
        using var library = TestLibrary.OnlyEnglish();
        var number = Array.IndexOf(library.Read(file).Split('\n'), line) + 1;
        library.Replace(file, line + "\n", $"{line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)]} {taken}\n");

        library.Problems().ShouldContain($"{file}:{number}: '{taken}' stands twice – use each id once");
    }

    [Fact]
    public void A_method_note_that_stands_twice_is_reported_at_the_second()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Write("method.yaml", library.Read("method.yaml") + library.Read("method.yaml"));

        library.Problems().ShouldBe(["method.yaml:4: 'composition' stands twice – use each id once"]);
    }

    [Fact]
    public void A_topic_id_stands_once_in_the_whole_library()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Write(Keepers, library.Read(Keepers) + "\n## More beacons {#beacons}\n\nMore. [@lamp-act]\n");

        library.Problems().ShouldBe([library.At(
            Keepers, "{#beacons}", $"the topic id 'beacons' stands already at {Lights}:19 – give each topic an id of its own")]);
    }

    [Fact]
    public void Two_sections_cannot_share_a_place()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace(Keepers, "order: 2", "order: 1");

        library.Problems().ShouldBe([library.At(Lights, "order: 1", $"order 1 is also that of {Keepers} – give each section a place of its own")]);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void A_language_that_one_section_lacks_is_reported_once(string language)
    {
        using var library = new TestLibrary();
        library.Delete($"sections/lights/{language}.md");

        library.Problems().ShouldHaveSingleItem().ShouldBe(
            $"sections/lights/{language}.md:1: the file is missing – a language is offered only when every section has it: "
            + $"write this file or remove the other {language}.md files");
    }
}
