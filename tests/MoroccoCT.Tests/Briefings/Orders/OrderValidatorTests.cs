using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Briefings.Orders;

public class OrderValidatorTests
{
    private static readonly BriefingOrder lights = new() { Sections = ["lights"] };

    [Fact]
    public void Sections_keep_the_order_they_are_given_in_once_each_and_topics_theirs_within_them()
    {
        var order = Normalize(new() { Sections = ["keepers", "lights", "keepers"], Topics = ["pay", "fog-signal", "service", "pay"] });

        order.Sections.ShouldBe(["keepers", "lights"]);
        order.Topics.ShouldBe(["pay", "service", "fog-signal"]);
    }

    [Fact]
    public void Naming_every_topic_of_a_section_means_the_whole_section()
    {
        Normalize(new() { Sections = ["keepers", "lights"], Topics = ["beacons", "fog-signal", "service"] }).Topics.ShouldBe(["service"]);
        Normalize(new() { Sections = ["keepers", "lights"], Topics = ["fog-signal", "beacons", "service"] }).Topics
            .ShouldBe(["service", "fog-signal", "beacons"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData(" For the harbour master ", "For the harbour master")]
    public void Blank_texts_are_none_and_others_lose_the_blanks_around_them(string? given, string? kept)
    {
        var order = Normalize(lights with { Title = given, PreparedFor = given });

        order.Title.ShouldBe(kept);
        order.PreparedFor.ShouldBe(kept);
    }

    [Theory]
    [InlineData("lights", null, "TLP:CLEAR")]
    [InlineData("keepers", null, "TLP:GREEN")]
    [InlineData("lights,keepers", null, "TLP:GREEN")]
    [InlineData("lights,keepers", "TLP:GREEN", "TLP:GREEN")]
    [InlineData("lights,keepers", "TLP:AMBER+STRICT", "TLP:AMBER+STRICT")]
    [InlineData("lights", "TLP:RED", "TLP:RED")]
    public void An_order_is_marked_at_least_as_high_as_its_highest_section(string sections, string? asked, string marked) =>
        Normalize(new() { Sections = sections.Split(','), Marking = asked }).Marking.ShouldBe(marked);

    [Theory]
    [InlineData("lights,keepers", "TLP:CLEAR", "TLP:CLEAR is lower than section 'keepers' allows. Choose TLP:GREEN or a stricter label.")]
    [InlineData("keepers", "TLP:CLEAR", "TLP:CLEAR is lower than section 'keepers' allows. Choose TLP:GREEN or a stricter label.")]
    [InlineData("lights", "TLP:WHITE", "Unknown marking 'TLP:WHITE'. Valid: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED.")]
    [InlineData("lights", "tlp:green", "Unknown marking 'tlp:green'. Valid: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED.")]
    public void A_marking_that_is_too_low_or_unknown_is_refused(string sections, string marking, string message) =>
        Check(new() { Sections = sections.Split(','), Marking = marking }).ShouldBe([new("marking", message)]);

    [Fact]
    public void An_order_without_sections_is_refused() =>
        Check(new() { Sections = [] }).ShouldBe([new("sections", "No section is chosen. Choose at least one of: lights, keepers.")]);

    [Theory]
    [InlineData("lamps", "Unknown section 'lamps'. Valid: lights, keepers.")]
    [InlineData("Lights", "Unknown section 'Lights'. Valid: lights, keepers.")]
    [InlineData("", "Unknown section ''. Valid: lights, keepers.")]
    [InlineData("a\u001B[2Jb", "Unknown section 'a\uFFFD[2Jb'. Valid: lights, keepers.")]
    [InlineData("a\u202Eb", "Unknown section 'a\uFFFDb'. Valid: lights, keepers.")]
    public void An_unknown_section_is_named_safely_beside_those_that_exist(string section, string message) =>
        Check(new() { Sections = ["lights", section] }).ShouldBe([new("sections", message)]);

    [Fact]
    public void Half_a_character_is_not_repeated_to_the_reader() =>
        Check(new() { Sections = ["a\uD83Db"] }).ShouldBe([new("sections", "Unknown section 'a\uFFFDb'. Valid: lights, keepers.")]);

    [Fact]
    public void What_is_repeated_is_refused_once_and_cut_short()
    {
        var endless = new string('x', 5000);

        var problem = Check(new() { Sections = [endless, endless] }).ShouldHaveSingleItem();

        problem.Message.ShouldBe($"Unknown section '{new string('x', 60)}'. Valid: lights, keepers.");
    }

    [Theory]
    [InlineData("lights", "bacon", "Unknown topic 'bacon'. Valid: beacons, fog-signal.")]
    [InlineData("lights", "pay", "Topic 'pay' belongs to section 'keepers', which is not chosen. Choose 'keepers' too or leave the topic out.")]
    [InlineData("lights,keepers", "", "Unknown topic ''. Valid: beacons, fog-signal, service, training, pay.")]
    public void A_topic_outside_the_chosen_sections_is_refused(string sections, string topic, string message) =>
        Check(new() { Sections = sections.Split(','), Topics = [topic] }).ShouldBe([new("topics", message)]);

    [Fact]
    public void Without_a_known_section_every_topic_is_on_offer() =>
        Check(new() { Sections = ["lamps"], Topics = ["bacon"] })
            .ShouldContain(new Told("topics", "Unknown topic 'bacon'. Valid: beacons, fog-signal, service, training, pay."));

    [Theory]
    [InlineData("ar")]
    [InlineData("EN")]
    [InlineData("")]
    public void A_language_that_is_not_offered_is_refused_and_the_rest_still_checked(string language) =>
        Check(new() { Sections = ["lamps"], Language = language }).ShouldBe(
        [
            new("language", $"Unknown language '{language}'. Valid: en, fr."),
            new("sections", "Unknown section 'lamps'. Valid: lights, keepers."),
        ]);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void A_summary_without_key_points_and_events_is_refused_with_topics_that_have_some(string language) =>
        CheckReal(new() { Sections = ["domestic", "us-cooperation"], Topics = ["terrorist-financing", "border"], Depth = Depth.Summary, Language = language })
            .ShouldBe(
        [
            new("depth", "A summary shows key points and dated events, and what is chosen has neither. "
                + "Choose depth 'standard', or also take a topic that has some, such as approach (A policy with several strands), "
                + "attacks (Attacks and threats since 2003), foreign-fighters (Recruitment and returnees)."),
        ]);

    [Theory]
    [InlineData(Depth.Summary, "bcij")]
    [InlineData(Depth.Summary, "terrorist-financing", "bcij")]
    [InlineData(Depth.Summary, "terrorist-financing", "criminal-code")] // an event and no key point
    [InlineData(Depth.Summary)]
    [InlineData(Depth.Standard, "terrorist-financing")]
    public void Any_other_choice_has_something_to_say(Depth depth, params string[] topics) =>
        CheckReal(new() { Sections = ["domestic"], Topics = topics, Depth = depth }).ShouldBeEmpty();

    [Fact]
    public void One_section_with_something_to_say_is_enough_for_a_summary() =>
        CheckReal(new() { Sections = ["domestic", "regional"], Topics = ["terrorist-financing"], Depth = Depth.Summary }).ShouldBeEmpty();

    [Fact]
    public void Where_no_topic_would_help_only_another_depth_is_advised()
    {
        var library = TestLibrary.Fixture with
        {
            Timeline = [],
            AllSections = [.. TestLibrary.Fixture.AllSections.Select(section => section with { KeyPoints = [] })]
        };

        Told.Of(OrderValidator.Check(lights with { Depth = Depth.Summary }, library))
            .ShouldBe([new("depth", "A summary shows key points and dated events, and what is chosen has neither. Choose depth 'standard'.")]);
    }

    [Fact]
    public void A_mistaken_topic_is_no_word_about_the_summary() =>
        CheckReal(new() { Sections = ["domestic"], Topics = ["terrorist-financing", "bjic"], Depth = Depth.Summary }).ShouldHaveSingleItem()
            .Field.ShouldBe("topics");

    [Fact]
    public void Every_problem_of_an_order_is_reported_at_once()
    {
        var order = new BriefingOrder
        {
            Sections = ["lamps"],
            Topics = ["bacon"],
            Language = "de",
            Title = "\n",
            PreparedFor = new('x', 121),
            Marking = "SECRET"
        };

        var rejected = Should.Throw<OrderRejectedException>(() => Normalize(order));

        rejected.Problems.Select(problem => problem.Field).ShouldBe(["language", "sections", "topics", "title", "preparedFor", "marking"]);
        rejected.Problems.ShouldAllBe(problem => rejected.Message.Contains($"{problem.Field}: {problem.Fault}"));
    }

    [Fact]
    public void Null_in_a_list_from_outside_is_an_unknown_id()
    {
        var order = JsonSerializer.Deserialize<BriefingOrder>("""{"sections":["lights",null],"topics":[null]}""", BriefingJson.Options)!;

        Check(order).ShouldBe([new("sections", "Unknown section ''. Valid: lights, keepers."), new("topics", "Unknown topic ''. Valid: beacons, fog-signal.")]);
    }

    private static BriefingOrder Normalize(BriefingOrder order) => OrderValidator.Normalize(order, TestLibrary.Fixture);

    private static IReadOnlyList<Told> Check(BriefingOrder order) => Told.Of(OrderValidator.Check(order, TestLibrary.Fixture));

    private static IReadOnlyList<Told> CheckReal(BriefingOrder order) => Told.Of(OrderValidator.Check(order, TestLibrary.Real));
}
