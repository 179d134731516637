using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Developments;

namespace MoroccoCT.Tests.Briefings.Composition;

/// <summary>Editions about the invented island of Osk.</summary>
public sealed class NewsComposerTests
{
    private static readonly EditionContent nothing = new() { Cut = DateTimeOffset.UnixEpoch, Since = "MCT-W-1933-09" };

    private static readonly EditionContent good = nothing with { Developments = [new(TestDevelopment.Number, TestDevelopment.Good)] };

    [Fact]
    public void A_development_stands_under_its_section_with_day_number_and_numbered_notes()
    {
        var briefing = Compose(good);
        var section = briefing.News!.Sections.ShouldHaveSingleItem();
        var item = section.Items.ShouldHaveSingleItem();

        section.Title.ShouldBe("Harbour lights");
        (item.Title, item.Date, item.Number, item.Remark).ShouldBe(("A new fog signal", "4\u00a0March\u00a01933", TestDevelopment.Number, null));
        item.Blocks.Inlines().OfType<NoteMarker>().Select(marker => marker.Number).ShouldBe([1, 2]);
        briefing.Sources.Select(source => source.Title).ShouldContain("News of the week");
    }

    [Fact]
    public void Newer_ones_stand_first()
    {
        var later = TestDevelopment.Good with { Date = "1933-03-06" };

        Items(good with { Developments = [.. good.Developments, new("MCT-D-1933-0002", later)] }).Select(item => item.Number)
            .ShouldBe(["MCT-D-1933-0002", TestDevelopment.Number]);
    }

    [Fact]
    public void The_same_source_of_two_developments_is_listed_once()
    {
        var two = good with { Developments = [.. good.Developments, new("MCT-D-1933-0002", TestDevelopment.Good)] };

        Compose(two).Sources.Count(source => source.Title == "News of the week").ShouldBe(1);
    }

    [Fact]
    public void What_is_not_translated_is_printed_as_written_and_says_so()
    {
        var item = Items(good, "fr").ShouldHaveSingleItem();

        (item.Language, item.Remark).ShouldBe(("en", Label("news-untranslated", "fr")));
    }

    [Fact]
    public void What_was_told_in_other_words_says_that_it_is_updated() =>
        Items(good with { Developments = [good.Developments[0] with { IsUpdate = true }] }).ShouldHaveSingleItem().Remark.ShouldBe(Label("news-updated"));

    [Fact]
    public void Without_any_it_says_that_nothing_was_recorded_and_nothing_changed()
    {
        var news = Compose(nothing).News!;

        (news.Lines.ShouldHaveSingleItem(), news.ChangedLine).ShouldBe((Label("news-none"), "The standing sections have not changed since MCT-W-1933-09."));
    }

    [Fact]
    public void The_first_one_says_that_there_is_nothing_to_compare_with()
    {
        var news = Compose(nothing with { Since = null }).News!;

        (news.ChangedTitle, news.ChangedLine).ShouldBe((Label("changes"), Label("changed-first")));
    }

    [Fact]
    public void What_the_library_cannot_print_any_more_is_named_and_not_printed()
    {
        var lost = TestDevelopment.Good.Saying("It cites what is gone. [@no-such-source]");
        var elsewhere = TestDevelopment.Good with { Section = "gone" };
        var news = Compose(nothing with { Developments = [new("MCT-D-1933-0003", lost), new("MCT-D-1933-0004", elsewhere)] }).News!;

        news.Sections.ShouldBeEmpty();
        news.Lines[^1].ShouldEndWith("MCT-D-1933-0003; MCT-D-1933-0004.");
    }

    [Fact]
    public void Those_above_the_marking_are_counted() =>
        Compose(nothing with { AboveMarking = 2 }).News!.Lines[^1].ShouldEndWith(": 2.");

    [Fact]
    public void A_correction_says_first_what_it_supersedes_and_why() =>
        Compose(good with { Corrects = new("MCT-W-1933-10", "A wrong day.") }).News!.Lines[0].ShouldBe("This edition supersedes MCT-W-1933-10. A wrong day.");

    [Fact]
    public void Withdrawn_ones_are_named_with_day_and_reason()
    {
        var withdrawn = new WithdrawnDevelopment("MCT-D-1933-0009", new Dictionary<string, string> { ["en"] = "A rumour" }, new(1933, 3, 7), "It was none.");

        Compose(nothing with { Withdrawn = [withdrawn] }).News!.Withdrawn.ShouldHaveSingleItem().ShouldBe(
            new("mct-d-1933-0009", "MCT-D-1933-0009", "A rumour", "Withdrawn on 7\u00a0March\u00a01933. It was none."));
    }

    [Fact]
    public void A_changed_passage_keeps_its_sources_and_leaves_out_those_that_are_gone()
    {
        var change = new TopicChange("lights", "beacons", "The two beacons", TopicChangeKind.Text,
            [new("Two beacons.", "Three beacons.", ["harbour-log:page-1", "gone", "harbour-log:page-99"])]);
        var briefing = Compose(nothing with { Changes = [change] });
        var passage = briefing.News!.Changed.ShouldHaveSingleItem().Passages.ShouldHaveSingleItem();

        passage.Now![^1].ShouldBe(new NoteMarker(1));
        passage.Before!.OfType<Deleted>().ShouldHaveSingleItem().Content.PlainText().ShouldBe("Two");
    }

    [Fact]
    public void A_new_topic_shows_the_passage_that_stands_for_it()
    {
        var change = new TopicChange("lights", "beacons", "The two beacons", TopicChangeKind.New, []);

        Compose(nothing with { Changes = [change] }).News!.Changed.ShouldHaveSingleItem().Blocks.PlainText().ShouldStartWith("The Osk Lamp Authority");
    }

    [Fact]
    public void The_standing_sections_follow_as_much_as_the_schedule_wants()
    {
        var full = Compose(good with { Standing = Standing.Full });
        var summary = Compose(good with { Standing = Standing.Summary });
        var link = Compose(good with { Standing = Standing.Link }, service: "https://osk.example/briefings/");

        full.Sections.ShouldAllBe(section => section.Topics.Count > 0);
        summary.Sections.ShouldAllBe(section => section.Topics.Count == 0 && section.Summary != null);
        (summary.KeyPoints.Count, summary.Timeline).ShouldBe((0, null));
        (link.Sections.Count, link.News!.Standing.Select(line => line.Url)).ShouldSatisfyAllConditions(
            shown => shown.Count.ShouldBe(0),
            shown => shown.Item2.ShouldBe(["https://osk.example/briefings/?sections=lights", "https://osk.example/briefings/?sections=keepers"]));
    }

    [Fact]
    public void Of_a_section_of_which_only_some_topics_are_taken_no_summary_speaks()
    {
        var order = TestBriefings.Osk with { Topics = ["pay"] };
        var keepers = Compose(good, order: order).Sections.Single(section => section.Id == "keepers");

        (keepers.Summary, keepers.Topics.ShouldHaveSingleItem().Id).ShouldBe((null, "pay"));
    }

    [Fact]
    public void A_single_briefing_has_no_news() => TestBriefings.Compose(TestBriefings.Osk).News.ShouldBeNull();

    private static IReadOnlyList<NewsItem> Items(EditionContent content, string language = "en") =>
        [.. Compose(content, language).News!.Sections.SelectMany(section => section.Items)];

    private static Briefing Compose(EditionContent content, string language = "en", string? service = null, BriefingOrder? order = null) =>
        TestBriefings.Compose(
            TestLibrary.Fixture,
            (order ?? TestBriefings.Osk) with { Language = language },
            TestBriefings.Issue with { Edition = content, Period = new(new(1933, 3, 1), new(1933, 3, 7)), Number = "MCT-W-1933-10", Service = service });

    private static string Label(string key, string language = "en") => TestLibrary.Fixture.Labels[key].In(language);
}
