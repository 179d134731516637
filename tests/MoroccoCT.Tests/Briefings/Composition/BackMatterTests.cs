using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class BackMatterTests
{
    [Fact]
    public void The_glossary_explains_what_the_briefing_uses_in_alphabetical_order()
    {
        Terms(new() { Sections = ["lights"] }).ShouldBe(["OLA", "TLP"]);
        Terms(new() { Sections = ["keepers"] }).ShouldBe(["TLP"]);
        Compose(new() { Sections = ["lights"], Depth = Depth.Full, Language = "fr" }).Glossary[0].ShouldBe(new("OLA", "Autorité des lampes d’Osk", "en"));
    }

    [Fact]
    public void Every_entry_of_the_glossary_that_ships_is_used_in_some_language() =>
        TestLibrary.Real.Languages.SelectMany(language => Terms(Everything with { Language = language })).Distinct()
            .ShouldBe(TestLibrary.Real.Glossary.Select(entry => entry.Term), ignoreOrder: true);

    [Fact]
    public void An_acronym_that_fills_a_cell_is_explained()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/keepers/en.md", "Six keepers serve in turn. [@harbour-log:page-3]\n\n##",
            "Six keepers serve in turn. [@harbour-log:page-3]\n\nTable: Watches. [@harbour-log:page-3]\n\n| By | For |\n|----|-----|\n| OLA | Osk |\n\n##");

        var briefing = Compose(library.Load(), new() { Sections = ["keepers"], Topics = ["service"], Depth = Depth.Full });

        briefing.Glossary.Select(entry => entry.Term).ShouldBe(["OLA", "TLP"]);
    }

    [Fact]
    public void Method_and_limits_are_those_of_the_library() =>
        Json(Compose(Osk with { Depth = Depth.Full }).Method).ShouldBe(
            """[{"title":"How this was made","paragraphs":["The texts were invented for tests."]}]""");

    [Fact]
    public void The_provenance_box_names_request_versions_hash_and_drafting()
    {
        var order = OrderValidator.Normalize(Osk, TestLibrary.Fixture);
        var briefing = Compose(order);

        var manifest = Manifest(TestLibrary.Fixture, order);
        briefing.Provenance.ShouldBe(
        [
            new("Reference", "MCT-7F3A9C21"),
            new("Library version", manifest.Library.Hash[..12]),
            new("Layout version", "1a2b3c4d5e6f"),
            new("Content hash", manifest.ContentHash[..12]),
            new("Typeset with", "Typst 0.14.2"),
            new("Drafting", "The text was drafted with a language model. No named person has reviewed it yet."),
        ]);
    }

    [Fact]
    public void A_numbered_briefing_has_its_number_in_the_box() =>
        Compose(Osk, Issue with { Number = "MCT-2026-0042" }).Provenance[0].ShouldBe(new("Number", "MCT-2026-0042"));

    [Theory]
    [InlineData("order")]
    [InlineData("date")]
    [InlineData("number")]
    public void The_content_hash_changes_with_what_is_drawn(string change)
    {
        var changed = change switch
        {
            "order" => Compose(Osk with { Title = "Other" }),
            "date" => Compose(Osk, Issue with { Date = new(2026, 11, 23) }),
            _ => Compose(Osk, Issue with { Number = "MCT-2026-0042" }),
        };

        ContentHash(changed).ShouldNotBe(ContentHash(Compose(Osk)));
    }

    [Fact]
    public void The_content_hash_leaves_the_versions_in_the_box_aside() =>
        ContentHash(Compose(Osk, Issue with { EngineVersion = "Typst 9", LayoutVersion = new('f', 64) })).ShouldBe(ContentHash(Compose(Osk)));

    private static string ContentHash(Briefing briefing) => briefing.Provenance.Single(row => row.Label == "Content hash").Value;

    private static IEnumerable<string> Terms(BriefingOrder order) => Compose(order with { Depth = Depth.Full }).Glossary.Select(entry => entry.Term);
}
