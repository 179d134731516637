using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;

namespace MoroccoCT.Tests.Schedules;

public abstract partial class EditionTests
{
    [Fact]
    public async Task One_that_waits_is_made_ahead_and_goes_to_nobody_until_it_is_released()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 120 });
        (await MakeAtAsync("2026-11-23T03:59Z").ContinueWith(_ => one.Ledger.ListAsync()).Unwrap()).ShouldBeEmpty("it is made two hours ahead, not earlier");
        var edition = await FinishAsync(await MakeOneAtAsync("2026-11-23T04:00Z"));
        (edition.Number, edition.AwaitsRelease, edition.DueAt).ShouldBe(("MCT-W-2026-48", true, Utc("2026-11-23T06:00Z")));
        time.SetUtcNow(Utc("2026-11-23T09:00Z"));
        (await GoingOutAsync()).ShouldBe(0);

        var released = await ReleaseAsync(edition, badr);

        (released!.IsUnreleased, released.ReleasedBy, released.ReleasedAt).ShouldBe((false, "badr", time.GetUtcNow()));
        (await GoingOutAsync()).ShouldBe(1);
        var told = (await one.AuditAsync()).Single(entry => entry.What == "released");
        (told.Who, told.Subject).ShouldBe(("badr", "MCT-W-2026-48"));
        told.Details.ShouldContain(edition.Sha256!);
    }

    [Fact]
    public async Task Released_early_it_still_waits_for_its_time()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 30 });
        await ReleaseAsync(await FinishAsync(await MakeOneAtAsync("2026-11-23T05:30Z")), badr);

        (await GoingOutAsync()).ShouldBe(0);
        time.SetUtcNow(Utc("2026-11-23T06:00Z"));

        (await GoingOutAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_release_it_goes_out_by_itself()
    {
        await ScheduleAsync();

        await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));

        (await GoingOutAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Who_wrote_all_of_its_news_does_not_release_it_and_somebody_else_does()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        await PublishAsync(News("one", "2026-11-17"), amina);
        await PublishAsync(News("two", "2026-11-18"), amina);
        var edition = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));

        (await RefusalAsync(() => ReleaseAsync(edition, amina))).ShouldBe(EditionRefusal.OnlyEditor);

        (await ReleaseAsync(edition, badr))!.IsUnreleased.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_wrote_a_part_of_its_news_may_release_it()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        await PublishAsync(News("one", "2026-11-17"), amina);
        await PublishAsync(News("two", "2026-11-18"), badr);

        (await ReleaseAsync(await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z")), amina))!.IsUnreleased.ShouldBeFalse();
    }

    [Fact]
    public async Task A_desk_of_one_person_releases_its_own_and_it_is_recorded_as_such()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        await PublishAsync(News("one", "2026-11-17"), amina);
        var edition = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        await using var alone = Process(onePerson: true);

        (await alone.Get<EditionApproval>().ReleaseAsync(edition.Id, edition.Sha256!, press, amina, default))!.IsUnreleased.ShouldBeFalse();

        (await one.AuditAsync()).Single(entry => entry.What == "released").Details.ShouldContain("onePerson");
    }

    [Fact]
    public async Task A_release_is_for_the_file_that_was_looked_at()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        var seen = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        await PublishAsync(News("just now", "2026-11-22"));

        var anew = await one.Get<EditionRenewal>().MakeAnewAsync(seen.Id, press, badr, default);
        (anew!.State, anew.Number, anew.Sha256).ShouldBe((RequestState.Queued, "MCT-W-2026-48", null));
        (await ToldAsync(anew)).ShouldBe(["just now"]);
        var made = await FinishAsync(anew, "made anew");

        (await RefusalAsync(() => ReleaseAsync(seen, badr))).ShouldBe(EditionRefusal.FileChanged);
        (await ReleaseAsync(made, badr))!.IsUnreleased.ShouldBeFalse();
        (await one.CountAsync("SELECT COUNT(*) FROM documents")).ShouldBe(1, "nobody has the first file any more");
    }

    [Fact]
    public async Task What_was_released_is_not_made_anew()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        var edition = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        await ReleaseAsync(edition, badr);

        (await RefusalAsync(() => one.Get<EditionRenewal>().MakeAnewAsync(edition.Id, press, badr, default))).ShouldBe(EditionRefusal.NotHeld);
    }

    [Fact]
    public async Task Of_those_who_release_it_at_once_one_is_recorded()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        var edition = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => Task.Run(async () =>
        {
            try
            {
                await (turn % 2 == 0 ? one : other).Get<EditionApproval>().ReleaseAsync(edition.Id, edition.Sha256!, press, badr, default);
            }
            catch (EditionRefusedException refused)
            {
                refused.Why.ShouldBe(EditionRefusal.ChangedMeanwhile);
            }
        })));

        (await one.AuditAsync()).Count(entry => entry.What == "released").ShouldBe(1);
        (await FindAsync(edition)).IsUnreleased.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_desk_releases_and_corrects_nothing()
    {
        await ScheduleAsync(Weekly() with { ReleaseAhead = 0 });
        var edition = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        var elsewhere = press with { Desk = "legal" };

        (await one.Get<EditionApproval>().ReleaseAsync(edition.Id, edition.Sha256!, elsewhere, badr, default)).ShouldBeNull();
        (await one.Get<EditionRenewal>().CorrectAsync(edition.Id, "A reason.", elsewhere, badr, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_all_languages_and_says_so_on_both_sides()
    {
        await ScheduleAsync(Weekly() with { AlsoIn = ["fr"] });
        foreach (var language in await MakeAtAsync("2026-11-23T06:00Z"))
            await FinishAsync(language);
        var wrong = (await MakeAtAsync("2026-11-24T06:00Z"))[1];
        await PublishAsync(News("forgotten", "2026-11-20"));

        var made = (await CorrectAsync(wrong))!;

        made.Select(one => (one.Request.Number, one.Request.Language, one.Request.Supersedes)).ShouldBe(
            [("MCT-W-2026-48-2", "en", "MCT-W-2026-48"), ("MCT-W-2026-48-2", "fr", "MCT-W-2026-48")]);
        made.Select(one => (one.Request.IssueDate, one.Request.Period)).Distinct().ShouldBe([(new DateOnly(2026, 11, 24), wrong.Period)]);
        var content = await ContentAsync(made[0].Request);
        (content.Corrects, content.Since).ShouldBe((new("MCT-W-2026-48", "A wrong day."), null));
        (await ToldAsync(made[0].Request)).ShouldBe(["forgotten"]);
        (await one.Ledger.ListAsync()).Where(request => request.Number == "MCT-W-2026-48").Select(request => request.SupersededBy)
            .ShouldBe(["MCT-W-2026-48-2", "MCT-W-2026-48-2"]);

        (await RefusalAsync(() => CorrectAsync(wrong))).ShouldBe(EditionRefusal.Superseded);
        foreach (var language in made)
            await FinishAsync(language.Request);
        (await CorrectAsync(made[0].Request))!.Select(one => one.Request.Number).Distinct().ShouldBe(["MCT-W-2026-48-3"]);
    }

    [Fact]
    public async Task The_edition_after_a_correction_is_compared_with_the_correction()
    {
        await ScheduleAsync();
        var wrong = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        time.Advance(TimeSpan.FromHours(1));
        await PublishAsync(News("told by the correction", "2026-11-20"));
        await FinishAsync((await CorrectAsync(wrong))![0].Request);

        var next = await MakeOneAtAsync("2026-11-30T06:00Z");

        (await ContentAsync(next)).Since.ShouldBe("MCT-W-2026-48-2");
        (await ToldAsync(next)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_of_corrections_and_of_later_editions_in_the_week_never_meet()
    {
        await ScheduleAsync(Weekly() with { Cron = "0 7 * * 1,3" });
        var monday = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));

        (await CorrectAsync(monday))!.ShouldHaveSingleItem().Request.Number.ShouldBe("MCT-W-2026-48-3", "Wednesday's will be -2");
        (await MakeOneAtAsync("2026-11-25T06:00Z")).Number.ShouldBe("MCT-W-2026-48-2");
    }

    [Fact]
    public async Task A_schedule_that_is_due_more_often_after_a_correction_loses_no_edition()
    {
        await ScheduleAsync();
        var monday = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));
        await CorrectAsync(monday);
        await one.Get<ScheduleKeeping>().ChangeAsync("weekly", 1, Weekly() with { Cron = "0 7 * * 1,3" }, press, amina, default);
        await MakeAsync();

        (await MakeOneAtAsync("2026-11-25T06:00Z")).ShouldSatisfyAllConditions(
            edition => edition.Number.ShouldBe("MCT-W-2026-48-3"), edition => edition.Supersedes.ShouldBeNull());
    }

    [Fact]
    public async Task Asked_for_by_two_at_once_a_correction_is_made_once()
    {
        await ScheduleAsync();
        var wrong = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => Task.Run(async () =>
        {
            try
            {
                await (turn % 2 == 0 ? one : other).Get<EditionRenewal>().CorrectAsync(wrong.Id, "A wrong day.", press, badr, default);
            }
            catch (EditionRefusedException refused)
            {
                refused.Why.ShouldBe(EditionRefusal.Superseded);
            }
        })));

        (await one.Ledger.ListAsync()).Count(request => request.Supersedes is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("\u202Ereversed")]
    public async Task A_reason_that_cannot_be_printed_is_refused(string reason)
    {
        await ScheduleAsync();
        var wrong = await FinishAsync(await MakeOneAtAsync("2026-11-23T06:00Z"));

        await Should.ThrowAsync<OrderRejectedException>(() => one.Get<EditionRenewal>().CorrectAsync(wrong.Id, reason, press, badr, default));
        (await one.Ledger.ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_single_briefing_is_neither_released_nor_corrected()
    {
        var single = (await one.Get<RequestSubmitter>().SubmitAsync(Requests.LedgerProcess.Order, new(new Actor(Doors.Form), Viewer: press), default)).Request;
        var finished = await FinishAsync(single);

        (await RefusalAsync(() => ReleaseAsync(finished, badr))).ShouldBe(EditionRefusal.NotHeld);
        (await RefusalAsync(() => CorrectAsync(finished))).ShouldBe(EditionRefusal.NotIssued);
    }

    private Task<BriefingRequest?> ReleaseAsync(BriefingRequest edition, Actor by) =>
        one.Get<EditionApproval>().ReleaseAsync(edition.Id, edition.Sha256!, press, by, default);

    private Task<IReadOnlyList<Submitted>?> CorrectAsync(BriefingRequest edition) =>
        one.Get<EditionRenewal>().CorrectAsync(edition.Id, "A wrong day.", press, badr, default);

    private static async Task<EditionRefusal> RefusalAsync(Func<Task> deed) => (await Should.ThrowAsync<EditionRefusedException>(deed)).Why;
}
