using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Tests.Briefings.Composition;

namespace MoroccoCT.Tests.Briefings.Editions;

public sealed class TopicComparisonTests
{
    private static readonly TopicText beacons = Topic("beacons", "The two beacons", "Osk keeps two beacons.", "They burn oil.", "Ships see them.");

    [Fact]
    public void What_has_not_changed_is_not_told() => Changes(beacons, beacons).ShouldBeEmpty();

    [Fact]
    public void A_passage_that_says_something_else_is_told_before_and_after()
    {
        var change = Changes(beacons, With("Osk keeps two beacons.", "They burn gas.", "Ships see them.")).ShouldHaveSingleItem();

        change.Kind.ShouldBe(TopicChangeKind.Text);
        change.Passages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            passage => passage.Before.ShouldBe("They burn oil."), passage => passage.Now.ShouldBe("They burn gas."));
    }

    [Fact]
    public void A_passage_that_came_in_and_one_that_went_are_told_alone()
    {
        var change = Changes(beacons, With("A new beginning.", "Osk keeps two beacons.", "They burn oil.")).ShouldHaveSingleItem();

        change.Passages.Select(passage => (passage.Before, passage.Now)).ShouldBe([(null, "A new beginning."), ("Ships see them.", null)]);
    }

    [Fact]
    public void A_new_title_is_a_change_of_the_text()
    {
        var change = Changes(beacons, beacons with { Title = "Three beacons" }).ShouldHaveSingleItem();

        (change.Title, change.Passages.ShouldHaveSingleItem().Before).ShouldBe(("Three beacons", "The two beacons"));
    }

    [Fact]
    public void Typography_alone_is_no_change() => Changes(
        With("The log calls it \"the pride\".", "It's here."), With("The log calls it “the pride”.", "It’s\u00a0here.")).ShouldBeEmpty();

    [Fact]
    public void Sources_that_changed_under_the_same_text_are_told_as_such()
    {
        var before = beacons with { Passages = [new("Osk keeps two beacons.", ["log"])] };
        var after = beacons with { Passages = [new("Osk keeps two beacons.", ["act"])] };

        Changes(before, after).ShouldHaveSingleItem().Kind.ShouldBe(TopicChangeKind.Sources);
    }

    [Fact]
    public void Topics_that_came_and_went_are_told_in_the_order_of_the_sections_those_that_went_last()
    {
        var (fog, pay) = (Topic("fog", "Fog"), Topic("pay", "Pay"));

        TopicComparison.Between([pay, beacons], [fog, beacons]).Select(change => (change.Topic, change.Kind))
            .ShouldBe([("fog", TopicChangeKind.New), ("pay", TopicChangeKind.Withdrawn)]);
    }

    [Fact]
    public void A_topic_that_was_moved_to_another_section_is_the_same_topic() =>
        Changes(beacons, beacons with { Section = "keepers" }).ShouldBeEmpty();

    [Fact]
    public void Of_the_library_each_paragraph_item_and_row_is_a_passage_with_its_sources()
    {
        var topic = TopicText.Of(TestLibrary.Fixture, TestBriefings.Osk).Single(topic => topic.Topic == "training");

        topic.Passages.Select(passage => (passage.Text, string.Join(' ', passage.Sources))).ShouldBe(
        [
            ("Each keeper trains for a winter.", "keepers-letters"), ("The lamp.", "keepers-letters"),
            ("The fog signal.", "keepers-letters harbour-log:page-2"),
        ]);
    }

    [Fact]
    public void A_table_is_compared_row_by_row()
    {
        var rows = TopicText.Of(TestLibrary.Real, TestBriefings.Everything).SelectMany(topic => topic.Passages).Where(passage => passage.Text.Contains(" · "));

        rows.ShouldAllBe(row => !row.Text.Contains('\n'));
    }

    [Fact]
    public void Words_are_marked_and_no_more()
    {
        var (before, now) = WordDifference.Of("The lamps burn whale oil, at night.", "The lamps burn gas, at night.");

        Shown(before).ShouldBe("The lamps burn [-whale oil-], at night.");
        Shown(now).ShouldBe("The lamps burn [+gas+], at night.");
    }

    [Fact]
    public void Words_of_a_right_to_left_text_are_words_too()
    {
        var (before, now) = WordDifference.Of("كان المصباح أحمر، وهو بعيد.", "كان المصباح أبيض، وهو بعيد.");

        Shown(before).ShouldBe("كان المصباح [-أحمر-]، وهو بعيد.");
        Shown(now).ShouldBe("كان المصباح [+أبيض+]، وهو بعيد.");
    }

    [Theory]
    [InlineData("", "Something.")]
    [InlineData("Something.", "")]
    [InlineData("Same.", "Same.")]
    public void Both_texts_are_whole_whatever_changed(string before, string now)
    {
        var (old, current) = WordDifference.Of(before, now);

        (old.PlainText(), current.PlainText()).ShouldBe((before, now));
    }

    private static IReadOnlyList<TopicChange> Changes(TopicText before, TopicText now) => TopicComparison.Between([before], [now]);

    private static TopicText With(params string[] passages) => Topic("beacons", "The two beacons", passages);

    private static TopicText Topic(string id, string title, params string[] passages) =>
        new("lights", id, title, [.. passages.Select(passage => new TopicPassage(passage, ["log"]))]);

    private static string Shown(IEnumerable<Inline> text) => string.Concat(text.Select(inline => inline switch
    {
        Deleted deleted => $"[-{deleted.Content.PlainText()}-]",
        Inserted inserted => $"[+{inserted.Content.PlainText()}+]",
        TextRun run => run.Text,
        _ => throw new InvalidOperationException(),
    }));
}
