using System.Text.Json;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Schedules;

public abstract partial class EditionTests
{
    [Fact]
    public async Task Each_development_is_told_once_in_the_first_edition_that_can()
    {
        await ScheduleAsync();
        await PublishAsync(News("in the week", "2026-11-16"));
        await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        await PublishAsync(News("written up late", "2026-11-18"));
        await PublishAsync(News("of the next week", "2026-11-23"));

        var second = await MakeOneAtAsync("2026-11-30T06:00Z");
        var third = await MakeOneAtAsync("2026-12-07T06:00Z");

        var first = (await one.Get<RequestQueries>().FindByNameAsync("MCT-W-2026-48", Viewer.Everything, default))!;
        (await ToldAsync(first)).ShouldBe(["in the week"]);
        (await ToldAsync(second)).ShouldBe(["of the next week", "written up late"]);
        (await ToldAsync(third)).ShouldBeEmpty();
        (await ContentAsync(first)).Since.ShouldBeNull();
        (await ContentAsync(third)).Since.ShouldBe("MCT-W-2026-49");
    }

    [Fact]
    public async Task What_was_published_before_the_edition_of_a_day_after_its_period_waits_for_the_next()
    {
        await ScheduleAsync();
        time.SetUtcNow(Utc("2026-11-23T05:00Z"));
        await PublishAsync(News("this morning", "2026-11-23"));

        var first = await MakeOneAtAsync("2026-11-23T06:00Z");
        var second = await MakeOneAtAsync("2026-11-30T06:00Z");

        (await ToldAsync(first)).ShouldBeEmpty();
        (await ToldAsync(second)).ShouldBe(["this morning"]);
    }

    [Fact]
    public async Task The_first_edition_goes_back_no_further_than_its_period()
    {
        await PublishAsync(News("long ago", "2026-11-02"));
        await ScheduleAsync();

        (await ToldAsync(await MakeOneAtAsync("2026-11-23T06:00Z"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_changed_since_is_told_again_as_updated_and_what_was_withdrawn_is_named()
    {
        await ScheduleAsync();
        var changed = await PublishAsync(News("first wording", "2026-11-17"));
        var withdrawn = await PublishAsync(News("a rumour", "2026-11-17"));
        var never = await PublishAsync(News("never told", "2026-11-23"));
        await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        time.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(changed, News("second wording", "2026-11-17"));
        await WithdrawAsync(withdrawn);
        await WithdrawAsync(never);

        var content = await ContentAsync(await MakeOneAtAsync("2026-11-30T06:00Z"));

        var told = content.Developments.ShouldHaveSingleItem();
        (told.Number, told.IsUpdate, told.Content.Texts["en"].Title).ShouldBe((changed.Number, true, "second wording"));
        var gone = content.Withdrawn.ShouldHaveSingleItem();
        (gone.Number, gone.Titles["en"], gone.Day, gone.Reason).ShouldBe((withdrawn.Number, "a rumour", new DateOnly(2026, 11, 23), "It was none."));
    }

    [Fact]
    public async Task What_an_edition_that_failed_would_have_told_is_in_the_next()
    {
        await ScheduleAsync();
        await PublishAsync(News("in the week", "2026-11-17"));
        var failed = await MakeOneAtAsync("2026-11-23T06:00Z");
        var taken = (await one.Get<RequestTransitions>().TakeAsync(failed.Id, "job", default))!;
        await one.Get<RequestTransitions>().FailAsync(failed.Id, taken.Attempts, null, "It failed", null, default);

        (await ToldAsync(await MakeOneAtAsync("2026-11-30T06:00Z"))).ShouldBe(["in the week"]);
        await PublishAsync(News("later", "2026-12-01"));
        var lost = await MakeOneAtAsync("2026-12-07T06:00Z");
        taken = (await one.Get<RequestTransitions>().TakeAsync(lost.Id, "job", default))!;
        await one.Get<RequestTransitions>().FailAsync(lost.Id, taken.Attempts, null, "It failed", null, default);

        (await ToldAsync(await MakeOneAtAsync("2026-12-14T06:00Z"))).ShouldBe(["later"]);
    }

    [Fact]
    public async Task Only_sections_and_topics_of_the_order_are_told()
    {
        await ScheduleAsync(Weekly() with { Order = Weekly().Order with { Topics = ["approach", "attacks"] } });
        await PublishAsync(News("elsewhere", "2026-11-17", "regional"));
        await PublishAsync(News("of the section", "2026-11-17"));
        await PublishAsync(News("of another topic", "2026-11-18") with { Topic = "bcij" });

        (await ToldAsync(await MakeOneAtAsync("2026-11-23T06:00Z"))).ShouldBe(["of the section"]);
    }

    [Fact]
    public async Task One_that_a_newer_version_wrote_keeps_no_edition_back()
    {
        await ScheduleAsync();
        var withdrawn = await PublishAsync(News("a rumour", "2026-11-17"));
        await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        time.Advance(TimeSpan.FromHours(1));
        await WithdrawAsync(withdrawn);
        await PublishAsync(News("another", "2026-11-23"));
        await one.ExecuteAsync("UPDATE developments SET published_content = '{{\"format\":\"moroccoct-development/9\"}}'");
        await one.ExecuteAsync("UPDATE development_changes SET content = '{{\"format\":\"moroccoct-development/9\"}}'");

        (await MakeOneAtAsync("2026-11-30T06:00Z")).Number.ShouldBe("MCT-W-2026-49");
    }

    [Fact]
    public async Task What_another_desk_publishes_is_not_told()
    {
        await ScheduleAsync();
        await PublishAsync(News("of another desk", "2026-11-17"), desk: "legal");
        await PublishAsync(News("of this desk", "2026-11-17"));

        (await ToldAsync(await MakeOneAtAsync("2026-11-23T06:00Z"))).ShouldBe(["of this desk"]);
    }

    [Fact]
    public async Task News_raise_the_marking_where_nobody_chose_one()
    {
        await ScheduleAsync(Weekly() with { AlsoIn = ["fr"] });
        await PublishAsync(News("marked", "2026-11-17", marking: "TLP:AMBER"));

        var edition = await MakeAtAsync("2026-11-23T06:00Z");

        edition.Select(request => (request.Order.Marking, request.MarkingLevel, request.IsMarkingChosen)).Distinct().ShouldBe([("TLP:AMBER", 2, false)]);
    }

    [Fact]
    public async Task A_chosen_marking_holds_and_what_is_above_it_is_counted()
    {
        await ScheduleAsync(Weekly() with { Order = Weekly().Order with { Marking = "TLP:GREEN" } });
        await PublishAsync(News("marked", "2026-11-17", marking: "TLP:AMBER"));
        await PublishAsync(News("open", "2026-11-17"));

        var edition = await MakeOneAtAsync("2026-11-23T06:00Z");

        (edition.Order.Marking, (await ContentAsync(edition)).AboveMarking).ShouldBe(("TLP:GREEN", 1));
        (await ToldAsync(edition)).ShouldBe(["open"]);
    }

    [Fact]
    public async Task Each_language_has_what_the_standing_sections_say_kept_with_it()
    {
        await ScheduleAsync(Weekly() with { AlsoIn = ["ar"], Standing = Standing.Link });

        foreach (var edition in await MakeAtAsync("2026-11-23T06:00Z"))
        {
            var kept = (await one.Get<RequestQueries>().EditionAsync(edition.Id, default))!;
            kept.Content.Standing.ShouldBe(Standing.Link);
            Json(kept.Topics).ShouldBe(Json(TopicText.Of(TestLibrary.Real, edition.Order)));
        }

        static string Json(IReadOnlyList<TopicText> texts) => JsonSerializer.Serialize(texts);
    }
}
