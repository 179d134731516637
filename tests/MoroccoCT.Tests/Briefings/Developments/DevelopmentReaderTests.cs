using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Tests.Briefings.Developments;

public sealed class DevelopmentReaderTests
{
    private static readonly DateOnly today = new(1933, 3, 10);

    [Fact]
    public void A_good_one_is_read_as_a_topic_is()
    {
        var read = Read(TestDevelopment.Good);

        read.Problems.ShouldBeEmpty();
        var development = read.Development.ShouldNotBeNull();
        (development.Date, development.Section, development.Topic, development.Marking.Label)
            .ShouldBe((new DateOnly(1933, 3, 4), "lights", "fog-signal", "TLP:CLEAR"));
        var text = development.In("en");
        text.Blocks.Count.ShouldBe(2);
        text.Blocks[1].ShouldBeOfType<Judgement>();
        text.Blocks.PlainText().ShouldContain("a second “fog signal”.");
        text.Main.ShouldBe(text.Blocks[0]);
    }

    [Fact]
    public void Its_own_sources_are_named_after_it_wherever_it_cites_them()
    {
        var development = Read(TestDevelopment.Good).Development!;

        development.Sources.ShouldHaveSingleItem().Id.ShouldBe("mct-d-1933-0001-osk-gazette");
        Cited(development).ShouldBe(["lamp-act", "mct-d-1933-0001-osk-gazette"]);
        development.Beside(TestLibrary.Fixture).Sources.Count.ShouldBe(TestLibrary.Fixture.Sources.Count + 1);
    }

    [Fact]
    public void Texts_of_its_sources_are_there_in_every_language()
    {
        var development = Read(TestDevelopment.Good).Development!;

        development.Sources[0].Title.In("fr").ShouldBe("News of the week");
        development.Sources[0].Title.In("ar").ShouldBe("News of the week");
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("en", "fr")]
    public void One_language_is_enough_and_another_falls_back_to_it(string wanted, string given)
    {
        var content = TestDevelopment.Good with { Texts = new Dictionary<string, WrittenText>(), Sources = [] };
        var read = Read(content.With("fr", "Un second signal", "Le conseil a commandé un second signal : \"utile\". [@lamp-act]"));

        read.Problems.ShouldBeEmpty();
        read.Development!.In(wanted).Language.ShouldBe(given);
        read.Development.In(wanted).Blocks.PlainText().ShouldContain("«\u202Futile\u202F»");
    }

    [Theory]
    [InlineData("A sentence without its source.", 1, DevelopmentFault.NoSource)]
    [InlineData("Fine. [@lamp-act]\n\n- No source here.", 3, DevelopmentFault.NoSource)]
    [InlineData("Fine. [@lamp-act]\n\nLost. [@nobody]", 3, DevelopmentFault.UnknownSource)]
    [InlineData("Fine. [@harbour-log:page-9]", 1, DevelopmentFault.UnknownPassage)]
    [InlineData("Fine. [@lamp-act]\n\n## Heading {#heading}", 3, DevelopmentFault.Text)]
    [InlineData("Fine. [@lamp-act]\n\n<b>Raw</b>. [@lamp-act]", 3, DevelopmentFault.Text)]
    [InlineData("A letter 字 that nobody prints. [@lamp-act]", 1, DevelopmentFault.Text)]
    [InlineData("The [keepers](javascript:alert) came. [@lamp-act]", 1, DevelopmentFault.Text)]
    [InlineData("Table: Alone. [@lamp-act]", 1, DevelopmentFault.Text)]
    [InlineData("Fine. [@lamp-act]\n\nThe XQZ came. [@lamp-act]", 3, DevelopmentFault.UnknownAcronym)]
    public void What_is_wrong_in_a_text_is_told_with_its_line(string body, int line, DevelopmentFault fault)
    {
        var read = Read(TestDevelopment.Good.Saying(body));

        var problem = read.Problems.First(problem => problem.Fault == fault);
        (problem.Field, problem.Line).ShouldBe(("texts.en.body", line));
        // A draft can be kept as far as it goes, and looked at.
        read.Refusals.ShouldBeEmpty();
        read.Development.ShouldNotBeNull();
    }

    [Fact]
    public void An_acronym_that_the_text_explains_needs_no_entry_in_the_glossary()
    {
        Read(TestDevelopment.Good.Saying("The Quiet Zone Board (XQZ) came; the XQZ stayed. [@lamp-act]")).Problems.ShouldBeEmpty();
        Read(TestDevelopment.Good.Saying("XQZ (the Quiet Zone Board) came. [@lamp-act]")).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_citation_of_nothing_is_left_out_of_what_is_composed() =>
        Cited(Read(TestDevelopment.Good.Saying("One. [@lamp-act; @nobody] Two. [@nobody]")).Development!).ShouldBe(["lamp-act"]);

    [Theory]
    [InlineData("", DevelopmentFault.NoDay)]
    [InlineData("1933-02-30", DevelopmentFault.NoDay)]
    [InlineData("03/04/1933", DevelopmentFault.NoDay)]
    [InlineData("1933-03-11", DevelopmentFault.ToCome)]
    public void A_day_is_one_of_the_calendar_and_has_come(string date, DevelopmentFault fault) =>
        Refusals(TestDevelopment.Good with { Date = date }).ShouldBe([new("date", null, fault, date)]);

    [Fact]
    public void Its_place_is_one_of_the_library()
    {
        Refusals(TestDevelopment.Good with { Section = "caves", Topic = null })
            .ShouldBe([new("section", null, DevelopmentFault.Unknown, "caves", "lights", "keepers")]);
        Refusals(TestDevelopment.Good with { Topic = "pay" }).ShouldBe([new("topic", null, DevelopmentFault.TopicElsewhere, "pay", "lights")]);
        Refusals(TestDevelopment.Good with { Topic = "caves" })
            .ShouldBe([new("topic", null, DevelopmentFault.Unknown, "caves", "beacons", "fog-signal")]);
        Refusals(TestDevelopment.Good.With("de", "Nachricht", "Text.")).ShouldBe([new("texts", null, DevelopmentFault.Unknown, "de", "en", "fr")]);
    }

    [Fact]
    public void Its_marking_is_never_below_that_of_its_section()
    {
        var keepers = TestDevelopment.Good with { Section = "keepers", Topic = "pay" };

        Read(keepers).Development!.Marking.Label.ShouldBe("TLP:GREEN");
        Read(keepers with { Marking = "TLP:AMBER" }).Development!.Marking.Label.ShouldBe("TLP:AMBER");
        Read(keepers with { Marking = "TLP:CLEAR" }).Development!.Marking.Label.ShouldBe("TLP:GREEN");
        Refusals(keepers with { Marking = "TLP:CLEAR" })
            .ShouldBe([new("marking", null, DevelopmentFault.MarkingTooLow, "TLP:CLEAR", "keepers", "TLP:GREEN")]);
        Refusals(keepers with { Marking = "secret" }).ShouldHaveSingleItem().Fault.ShouldBe(DevelopmentFault.Unknown);
    }

    [Fact]
    public void What_cannot_be_kept_is_refused_before_it_is_read()
    {
        Refused(TestDevelopment.Good.Saying("Line one.\nA bell\u0007. [@lamp-act]"))
            .ShouldBe(new("texts.en.body", 2, DevelopmentFault.ControlCharacter, "U+0007"));
        Refused(TestDevelopment.Good.Saying("Half \ud800. [@lamp-act]")).ShouldBe(new("texts.en.body", 1, DevelopmentFault.HalfCharacter));
        Refused(TestDevelopment.Good.Saying("Turned \u202eround. [@lamp-act]")).Fault.ShouldBe(DevelopmentFault.ControlCharacter);
        Refused(TestDevelopment.Good.With("en", "Two\nlines", "Text. [@lamp-act]"))
            .ShouldBe(new("texts.en.title", null, DevelopmentFault.ControlCharacter, "U+000A"));
        Refused(TestDevelopment.Good.Saying(new string('x', DevelopmentSizes.Body + 1)))
            .ShouldBe(new("texts.en.body", null, DevelopmentFault.TooLong, "20001", "20000"));
        Refused(TestDevelopment.Good with { Sources = [.. Enumerable.Repeat(TestDevelopment.Gazette, 21)] })
            .ShouldBe(new("sources", null, DevelopmentFault.TooMany, "21", "20"));
    }

    [Fact]
    public void What_nests_without_end_is_told_and_ends_nothing()
    {
        var nested = Read(TestDevelopment.Good.Saying(new string('[', 9_000)));
        nested.Problems.ShouldNotBeEmpty();
        Read(TestDevelopment.Good.Saying(new string('*', 15_000))).Problems.ShouldContain(problem => problem.Fault == DevelopmentFault.Text);
    }

    [Fact]
    public void Without_a_text_there_is_nothing_to_keep()
    {
        var empty = TestDevelopment.Good with { Texts = new Dictionary<string, WrittenText> { ["en"] = new(" ", "\n"), ["fr"] = null! } };

        Refusals(empty).ShouldBe([new("texts", null, DevelopmentFault.NoText, "en", "fr")]);
        Read(empty).Development.ShouldBeNull();
    }

    [Fact]
    public void A_title_without_a_text_is_a_draft_and_no_more()
    {
        var read = Read(TestDevelopment.Good.With("fr", "Un titre", ""));

        read.Problems.ShouldBe([new("texts.fr.body", null, DevelopmentFault.Missing)]);
        read.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_title_is_no_Markdown() =>
        Read(TestDevelopment.Good.With("en", "A **new** signal", "Text. [@lamp-act]")).Problems.ShouldHaveSingleItem().Field.ShouldBe("texts.en.title");

    private static IReadOnlyList<string> Cited(Development development) =>
        [.. development.In("en").Blocks.Inlines().OfType<Citation>().SelectMany(citation => citation.References).Select(one => one.ToString())];

    private static ReadDevelopment Read(DevelopmentContent content) =>
        DevelopmentReader.Read(content, TestDevelopment.Number, TestLibrary.Fixture, today);

    private static IReadOnlyList<DevelopmentProblem> Refusals(DevelopmentContent content) => Read(content).Refusals;

    private static DevelopmentProblem Refused(DevelopmentContent content)
    {
        Read(content).Development.ShouldBeNull();
        return Refusals(content).ShouldHaveSingleItem();
    }
}
