using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class FrontPageTests
{
    private static readonly BriefingOrder lights = new() { Sections = ["lights"] };

    [Theory]
    [InlineData("lights", "en", null, "Harbour lights")]
    [InlineData("keepers", "fr", null, "Les gardiens")]
    [InlineData("lights,keepers", "en", null, "Morocco’s counter-terrorism policy")]
    [InlineData("lights,keepers", "fr", null, "Politique antiterroriste du Maroc")]
    [InlineData("lights", "fr", "A \"title\" of one's own", "A «\u202Ftitle\u202F» of one’s own")]
    public void A_title_is_the_ordered_one_or_that_of_the_only_section_or_of_the_library(string sections, string language, string? asked, string title) =>
        Compose(new() { Sections = sections.Split(','), Language = language, Title = asked }).Title.ShouldBe(title);

    [Theory]
    [InlineData("lights,keepers", "", "Harbour lights; The keepers")]
    [InlineData("lights", "", "Harbour lights")]
    [InlineData("lights,keepers", "service,pay", "Harbour lights; The keepers (Serving in turn; Pay)")]
    public void The_scope_names_sections_and_the_topics_of_those_taken_in_part(string sections, string topics, string scope)
    {
        var briefing = Compose(new() { Sections = sections.Split(','), Topics = topics.Split(',', StringSplitOptions.RemoveEmptyEntries) });

        briefing.Scope.ShouldBe(scope);
        briefing.Subject.ShouldEndWith(scope);
    }

    [Fact]
    public void The_rows_of_the_title_block_stand_in_a_fixed_order()
    {
        var order = Osk with { PreparedFor = "The harbour master" };

        Compose(order, Issue with { Period = new(new(2026, 11, 16), new(2026, 11, 22)) }).Front.ShouldBe(
        [
            new("Reference", "MCT-7F3A9C21"),
            new("Issued", "22\u00A0November\u00A02026"),
            new("Period", "16\u00A0November\u00A02026 to 22\u00A0November\u00A02026"),
            new("Information as of", "April\u00A01931"),
            new("Prepared for", "The harbour master"),
            new("Prepared by", "MoroccoCT Briefings"),
            new("Language", "English (original)"),
        ]);
    }

    [Fact]
    public void What_is_not_known_has_no_row() =>
        Compose(lights).Front.Select(row => row.Label).ShouldBe(["Reference", "Issued", "Information as of", "Prepared by", "Language"]);

    [Fact]
    public void A_numbered_briefing_shows_its_number_and_no_reference()
    {
        var numbered = Compose(lights, Issue with { Number = "MCT-2026-0042" });
        var shared = Compose(lights);

        (numbered.Number, numbered.Reference).ShouldBe(("MCT-2026-0042", null));
        numbered.Front[0].ShouldBe(new("Number", "MCT-2026-0042"));
        (shared.Number, shared.Reference).ShouldBe((null, "MCT-7F3A9C21"));
    }

    [Fact]
    public void A_desk_of_its_own_is_author_and_issuer()
    {
        var briefing = Compose(lights, Issue with { PreparedBy = "Harbour desk" });

        briefing.Author.ShouldBe("Harbour desk");
        Row(briefing, "Prepared by").ShouldBe("Harbour desk");
    }

    [Fact]
    public void An_edition_is_another_product_and_a_period_of_one_day_is_that_day()
    {
        var day = new DateOnly(2026, 11, 1);

        var edition = Compose(lights with { Language = "fr" }, Issue with { Period = new(day, day) });

        edition.Product.ShouldBe("Note de synthèse hebdomadaire");
        Row(edition, "Période").ShouldBe("1er\u00A0novembre\u00A02026");
        Compose(lights).Product.ShouldBe("Briefing");
    }

    [Theory]
    [InlineData("lights", null, "TLP:CLEAR", "#FFFFFF")]
    [InlineData("lights,keepers", null, "TLP:GREEN", "#33FF00")]
    [InlineData("lights", "TLP:RED", "TLP:RED", "#FF2B2B")]
    public void The_marking_is_the_ordered_one_or_the_lowest_allowed_and_explained(string sections, string? asked, string label, string color)
    {
        var briefing = Compose(new() { Sections = sections.Split(','), Marking = asked });

        briefing.Marking.ShouldBe(new(label, color, TestLibrary.Fixture.Labels[Marking.Find(label)!.LabelKey].In("en")));
        briefing.Keywords[0].ShouldBe(label);
    }

    [Theory]
    [InlineData("lights", "en", "English (original)", "drafted-reviewed")]
    [InlineData("keepers", "en", "English (original)", "drafted-with-model")]
    [InlineData("lights,keepers", "en", "English (original)", "drafted-with-model")]
    [InlineData("lights", "fr", "français (traduction révisée)", "drafted-reviewed")]
    [InlineData("keepers", "fr", "français (traduction non révisée)", "translation-unreviewed,drafted-with-model")]
    [InlineData("lights,keepers", "fr", "français (traduction non révisée)", "translation-unreviewed,drafted-with-model")]
    public void Page_one_says_what_nobody_has_reviewed(string sections, string language, string row, string notices)
    {
        var briefing = Compose(new() { Sections = sections.Split(','), Language = language });

        Row(briefing, TestLibrary.Fixture.Labels["language"].In(language)).ShouldBe(row);
        briefing.Notices.ShouldBe(notices.Split(',').Select(key => TestLibrary.Fixture.Labels[key].In(language)));
    }

    [Fact]
    public void A_text_that_people_wrote_carries_no_notice()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "drafted-with-model: true", "drafted-with-model: false");

        Compose(library.Load(), lights).Notices.ShouldBeEmpty();
    }
}
