using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class BriefingComposerTests
{
    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void The_same_order_gives_the_same_briefing(string language, Depth depth)
    {
        var order = Everything with { Language = language, Depth = depth };

        Json(Compose(order)).ShouldBe(Json(Compose(order)));
    }

    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void Every_part_is_there_at_its_depth_and_no_other(string language, Depth depth)
    {
        var briefing = Compose(Everything with { Language = language, Depth = depth });

        var (standard, full) = (depth is Depth.Standard or Depth.Full, depth == Depth.Full);
        briefing.ShouldSatisfyAllConditions(
            () => briefing.KeyPoints.ShouldNotBeEmpty(),
            () => briefing.Timeline.ShouldNotBeNull(),
            () => briefing.Notes.ShouldNotBeEmpty(),
            () => briefing.Sources.ShouldNotBeEmpty(),
            () => briefing.SourceSummary.ShouldNotBeEmpty(),
            () => briefing.Provenance.ShouldNotBeEmpty(),
            () => briefing.Sections.Any().ShouldBe(standard || depth == Depth.Short),
            () => (briefing.KeyFigures is not null).ShouldBe(standard),
            () => (briefing.Programmes is not null).ShouldBe(standard),
            () => briefing.Glossary.Any().ShouldBe(full),
            () => briefing.Method.Any().ShouldBe(full),
            () => briefing.Sources.ShouldAllBe(source => source.Note != null == full));
    }

    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void Order_and_issue_are_carried_over(string language, Depth depth)
    {
        var briefing = Compose(Everything with { Language = language, Depth = depth, Paper = Paper.Letter }, Issue with { Contact = "desk@osk.example" });

        briefing.ShouldSatisfyAllConditions(
            () => briefing.Language.ShouldBe(language),
            () => briefing.Region.ShouldBe(language == "en" ? "GB" : null),
            () => briefing.Depth.ShouldBe(depth),
            () => briefing.Paper.ShouldBe(Paper.Letter),
            () => briefing.Date.ShouldBe(new(2026, 11, 22)),
            () => briefing.Contact.ShouldBe("desk@osk.example"),
            () => briefing.Keywords.ShouldBe(["TLP:CLEAR", .. TestLibrary.Real.Sections(language).Select(section => section.Title)]));
    }

    [Fact]
    public void Sections_and_topics_are_numbered_as_they_stand()
    {
        var briefing = Compose(Osk with { Topics = ["fog-signal", "training", "pay"] });

        briefing.Sections.Select(section => $"{section.Number} {section.Id}").ShouldBe(["1 lights", "2 keepers"]);
        briefing.Sections.SelectMany(section => section.Topics).Select(topic => $"{topic.Number} {topic.Id}")
            .ShouldBe(["1.1 fog-signal", "2.1 training", "2.2 pay"]);
    }

    [Fact]
    public void Sections_topics_and_key_points_stand_as_they_were_ordered()
    {
        var briefing = Compose(new() { Sections = ["keepers", "lights"], Topics = ["fog-signal", "beacons"] });

        briefing.Sections.SelectMany(section => section.Topics).Select(topic => $"{topic.Number} {topic.Id}")
            .ShouldBe(["1.1 service", "1.2 training", "1.3 pay", "2.1 fog-signal", "2.2 beacons"]);
        briefing.Sections[1].Summary.ShouldNotBeNull("All of it is there.");
        briefing.Scope.ShouldBe("The keepers; Harbour lights");
    }

    [Fact]
    public void Each_section_says_how_old_it_is_and_who_reviewed_it()
    {
        Compose(Osk).Sections.Select(section => section.Status).ShouldBe(
        [
            "Information as of April\u00A01931. Last reviewed on 1\u00A0February\u00A01932 by Ada Example.",
            "Information as of 2\u00A0November\u00A01930. Not yet reviewed by a named person.",
        ]);
    }

    [Theory]
    [InlineData(Depth.Summary)]
    [InlineData(Depth.Full)]
    public void Several_sections_share_half_a_page_of_key_points(Depth depth)
    {
        Points("domestic", "us-cooperation", "regional").ShouldBe(["domestic", "domestic", "us-cooperation", "us-cooperation", "regional", "regional"]);
        Points("regional").ShouldBe(["regional", "regional", "regional"]);

        IEnumerable<string> Points(params string[] sections) => Compose(new() { Sections = sections, Depth = depth }).KeyPoints.Select(point => point.Section);
    }

    [Fact]
    public void Only_the_sources_used_are_spoken_of_and_equal_statements_once()
    {
        const string own = "The fact sheet is", quoted = "Sources quoted in the fact sheet are";

        Summary("border").ShouldStartWith(own);
        Summary("border").ShouldNotContain(quoted);
        var several = Compose(new() { Sections = ["domestic", "us-cooperation", "regional"], Depth = Depth.Full });
        several.Sources.Count.ShouldBe(4);
        several.SourceSummary.Split(own).Length.ShouldBe(2);
        several.SourceSummary.Split(quoted).Length.ShouldBe(2);

        static string Summary(string topic) => Compose(new() { Sections = ["us-cooperation"], Topics = [topic] }).SourceSummary;
    }

    [Fact]
    public void However_many_sections_there_are_each_keeps_its_first_key_point()
    {
        using var library = TestLibrary.OnlyEnglish();
        var keepers = library.Read("sections/keepers/en.md");
        foreach (var number in Enumerable.Range(1, 7))
        {
            var renamed = Regex.Replace(keepers, @"(\{#|topic: )(\w+)", $"$1$2-{number}");
            library.Write($"sections/more-{number}/en.md", renamed.Replace("order: 2", $"order: {number + 2}", StringComparison.Ordinal));
        }

        var loaded = library.Load();
        var order = new BriefingOrder { Sections = [.. loaded.Sections("en").Select(section => section.Id)] };

        var points = Compose(loaded, order).KeyPoints;

        points.Select(point => point.Section).ShouldBe(order.Sections);
    }

    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void The_layout_gets_every_word_it_prints_by_a_name_in_camel_case(string language, Depth depth)
    {
        var labels = Compose(Everything with { Language = language, Depth = depth }).Labels;

        labels.Count.ShouldBe(LabelKeys.Layout.Count);
        labels.Keys.ShouldAllBe(key => key.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetterLower(key[0]));
        labels["keyPoints"].ShouldBe(TestLibrary.Real.Labels["key-points"].In(language));
        labels.Values.ShouldAllBe(label => label.Length > 0);
    }

    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void No_citation_of_the_library_is_left_unnumbered(string language, Depth depth)
    {
        var briefing = Compose(Everything with { Language = language, Depth = depth });

        briefing.Sections.SelectMany(section => section.Topics).SelectMany(topic => topic.Blocks.Inlines())
            .Concat(briefing.KeyPoints.SelectMany(point => point.Content.Descend())).OfType<Citation>().ShouldBeEmpty();
        Json(briefing).ShouldNotContain("\"citation\"");
    }
}
