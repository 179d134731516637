using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Orders;

public class ChoiceTests
{
    [Fact]
    public void A_topic_choice_reaches_every_part_of_the_briefing()
    {
        var briefing = Compose(new() { Sections = ["keepers"], Topics = ["training"], Depth = Depth.Full });

        briefing.ShouldSatisfyAllConditions(
            () => briefing.Sections.Single().Topics.Select(topic => topic.Id).ShouldBe(["training"]),
            () => briefing.KeyPoints.Select(point => point.Content.PlainText()).ShouldBe(["Each keeper trains for a winter."]),
            () => briefing.Timeline!.Events.Select(mark => mark.Text).ShouldBe(["The first winter of training begins"]),
            () => briefing.KeyFigures.ShouldBeNull(),
            () => briefing.Programmes!.Rows.Select(row => row.Cells[0]).ShouldBe(["Winter school"]),
            () => briefing.Sources.Select(source => source.Id).ShouldBe(["keepers-letters", "harbour-log"]),
            () => briefing.Notes.Count.ShouldBe(3),
            () => briefing.Glossary.Select(entry => entry.Term).ShouldBe(["TLP"]));
    }

    [Fact]
    public void Parts_that_nothing_is_left_of_are_left_out()
    {
        var briefing = Compose(new() { Sections = ["keepers"], Topics = ["service"] });

        briefing.Timeline.ShouldBeNull();
        briefing.Programmes.ShouldBeNull();
        briefing.KeyFigures.ShouldNotBeNull();
        Compose(new() { Sections = ["keepers"], Topics = ["pay"] }).KeyPoints.ShouldBeEmpty();
    }

    [Fact]
    public void A_section_is_summed_up_only_where_it_is_taken_whole()
    {
        var sections = Compose(Osk with { Topics = ["service"] }).Sections;

        sections[0].Summary.ShouldNotBeNull().PlainText().ShouldBe("How the invented island of Osk lights its two harbours.");
        sections[1].Summary.ShouldBeNull();
    }

    [Fact]
    public void Choosing_topics_of_one_section_leaves_the_others_whole() =>
        Compose(Osk with { Topics = ["service"] }).Sections[0].Topics.Count.ShouldBe(2);

    [Fact]
    public void Each_topic_that_ships_can_be_ordered_by_itself()
    {
        foreach (var section in TestLibrary.Real.Sections("en"))
        {
            foreach (var topic in section.Topics)
            {
                var briefing = Compose(new() { Sections = [section.Id], Topics = [topic.Id] });

                briefing.Sections.ShouldHaveSingleItem().Topics.ShouldHaveSingleItem().Id.ShouldBe(topic.Id);
                briefing.KeyPoints.Count.ShouldBe(section.KeyPoints.Count(point => point.Topic == topic.Id), topic.Id);
                (briefing.Timeline?.Events.Count ?? 0).ShouldBe(TestLibrary.Real.Timeline.Count(happening => happening.Topic == topic.Id), topic.Id);
                (briefing.KeyFigures?.Items.Count ?? 0).ShouldBe(TestLibrary.Real.KeyFigures.Count(figure => figure.Topic == topic.Id), topic.Id);
                (briefing.Programmes?.Rows.Count ?? 0).ShouldBe(TestLibrary.Real.Programmes.Rows.Count(row => row.Topic == topic.Id), topic.Id);
            }
        }
    }

    [Fact]
    public void Information_is_as_of_the_newest_chosen_section()
    {
        Row(Compose(Osk), "Information as of").ShouldBe("April\u00A01931");
        Row(Compose(new() { Sections = ["keepers"] }), "Information as of").ShouldBe("2\u00A0November\u00A01930");
    }
}
