using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class FiguresTests
{
    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void Every_event_of_what_is_chosen_is_shown_in_order_of_time(string language, Depth depth)
    {
        var timeline = Compose(Everything with { Language = language, Depth = depth }).Timeline!;

        timeline.Events.Select(mark => mark.Date).ShouldBe(TestLibrary.Real.Timeline.Select(happening => happening.Date.ToString()));
        timeline.Events.Select(mark => PartialDate.Parse(mark.Date)!.First).ShouldBeInOrder();
        timeline.Legend.Select(entry => entry.Section).ShouldBe(Everything.Sections);
    }

    [Fact]
    public void An_event_is_dated_as_exactly_as_its_source_does()
    {
        var events = Compose(Osk).Timeline!.Events;

        events.Select(mark => mark.Date).ShouldBe(["1919-12-24", "1920-05-01", "1925", "1930-11"]);
        events.Select(mark => mark.Label).ShouldBe(["24\u00A0December\u00A01919", "1\u00A0May\u00A01920", "1925", "November\u00A01930"]);
    }

    [Fact]
    public void A_single_event_has_a_title_of_its_own()
    {
        var timeline = Compose(new() { Sections = ["keepers"], Topics = ["training"] }).Timeline!;

        timeline.Events.ShouldHaveSingleItem();
        timeline.Title.ShouldBe("A dated event: November\u00A01930");
        timeline.Source.ShouldBe($"Source: note {timeline.Events[0].Note}.");
    }

    [Fact]
    public void Events_of_one_day_are_not_dated_from_it_to_itself()
    {
        using var library = new TestLibrary();
        library.Replace("timeline.yaml", "date: 1930-11", "date: 1925");

        var timeline = Compose(library.Load(), Osk with { Topics = ["fog-signal", "training"] }).Timeline!;

        timeline.Title.ShouldBe("Dated events: 1925");
    }

    [Fact]
    public void The_drawing_of_the_timeline_is_told_in_one_sentence_that_points_to_the_events()
    {
        var timeline = Compose(new() { Sections = ["lights"], Language = "fr" }).Timeline!;

        timeline.Title.ShouldBe("Événements datés\u00A0: 1er\u00A0mai\u00A01920 – 1925");
        timeline.Alt.ShouldBe(
            "Échelle des années, de 1er\u00A0mai\u00A01920 à 1925, avec un repère numéroté pour chaque événement et une ligne pour chaque section\u202F;"
            + " les mêmes événements suivent en toutes lettres.");
        timeline.Legend.ShouldHaveSingleItem().ShouldBe(new("lights", "Les feux des ports"));
    }

    [Fact]
    public void The_timeline_names_its_notes_once_each_in_order()
    {
        var timeline = Compose(Osk).Timeline!;

        var numbers = timeline.Events.Select(mark => mark.Note).Distinct().Order();
        timeline.Source.ShouldBe($"Sources: notes {string.Join(", ", numbers)}.");
    }

    [Fact]
    public void A_key_figure_has_value_unit_time_and_source()
    {
        var panel = Compose(new() { Sections = ["keepers"] }).KeyFigures!;

        panel.Title.ShouldBe(TestLibrary.Fixture.Labels["key-figures-title"].In("en"));
        var item = panel.Items.ShouldHaveSingleItem();
        (item.Value, item.Unit, item.Date).ShouldBe(("six", "keepers who serve in turn", "in 1930"));
        item.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_table_of_programmes_has_its_columns_in_the_language_of_the_briefing()
    {
        var programmes = Compose(Osk with { Language = "fr" }).Programmes!;

        programmes.Title.ShouldBe("Avec qui Osk entretient ses feux");
        programmes.Columns.ShouldBe(["Programme", "Partenaires", "Depuis", "Objet"]);
        programmes.Rows.Select(row => string.Join('|', row.Cells))
            .ShouldBe(["Huile de lampe|Île de Mirr|1920|Huile pour les deux phares", "École d’hiver|Île de Mirr|—|Formation des gardiens"]);
    }
}
