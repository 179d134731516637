using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

/// <summary>Depth <c>short</c>: the main passage of each topic, and what leads to its sources.</summary>
public class ShortBriefingTests
{
    private static readonly BriefingOrder order = Osk with { Depth = Depth.Short };

    [Fact]
    public void Each_chosen_topic_has_its_main_passage_and_no_more()
    {
        var briefing = Compose(order);

        var passages = briefing.Sections.SelectMany(section => section.Topics).Select(topic => topic.Blocks.ShouldHaveSingleItem().ShouldBeOfType<Paragraph>());
        passages.Select(passage => passage.Content.PlainText()).ShouldBe(
            [
                Typography.Apply("The Osk Lamp Authority (OLA) keeps two beacons. They were lit on 1 May 1920.", "en"),
                "The signal, called the Vieille Dame, sounds in fog.",
                "Six keepers serve in turn.", "Each keeper trains for a winter.", "Keepers are paid in lamp oil.",
            ]);
        briefing.Sections.ShouldAllBe(section => section.Summary == null);
        Compose(order with { Topics = ["pay"] }).Sections[1].Topics.ShouldHaveSingleItem().Id.ShouldBe("pay");
    }

    [Fact]
    public void It_has_key_points_and_timeline_and_neither_figures_nor_glossary_nor_method()
    {
        var briefing = Compose(order);

        briefing.KeyPoints.Count.ShouldBe(Compose(Osk).KeyPoints.Count);
        briefing.Timeline!.Events.Count.ShouldBe(Compose(Osk).Timeline!.Events.Count);
        (briefing.KeyFigures, briefing.Programmes).ShouldBe((null, null));
        (briefing.Glossary.Count, briefing.Method.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Notes_are_numbered_as_they_are_met_and_none_is_left_over()
    {
        var briefing = Compose(order);

        var met = NotesMet(briefing).ToList();
        met.Distinct().ShouldBe(Enumerable.Range(1, briefing.Notes.Count));
    }

    [Fact]
    public void The_passage_that_the_author_named_goes_before_the_first()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "the pride of Osk\". [@harbour-log:page-1]", "the pride of Osk\". [@harbour-log:page-1]{.main}");

        var composed = Compose(library.Load(), order).Sections[0].Topics[0].Blocks;

        composed.ShouldHaveSingleItem().ShouldBeOfType<Judgement>();
        Json(composed).ShouldNotContain("main");
    }
}
