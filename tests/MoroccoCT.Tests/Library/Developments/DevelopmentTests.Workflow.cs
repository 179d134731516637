using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library.Developments;

namespace MoroccoCT.Tests.Library.Developments;

public abstract partial class DevelopmentTests
{
    [Fact]
    public async Task Numbers_count_through_the_year_and_all_that_happens_is_kept_with_who_and_when()
    {
        var first = await RecordAsync(amina);
        var second = await RecordAsync(badr);
        time.Advance(TimeSpan.FromMinutes(1));
        var edited = await EditAsync(first, badr, "A lantern was put out. [@fact-sheet:domestic-1]");
        var proposed = await ProposeAsync(edited, badr);
        var back = await Workflow.SendBackAsync(proposed.Id, proposed.Revision, "Which pier?", desk, chama, default);
        await PublishAsync(await ProposeAsync(back, amina), chama);

        (first.Number, second.Number).ShouldBe(("MCT-D-2026-0001", "MCT-D-2026-0002"));
        (await ChangesAsync(first)).Select(change => $"{change.Revision} {change.What} {change.State} {change.Who} {change.Note}".Trim()).ShouldBe(
        [
            "6 Published Published chama", "5 Proposed Proposed amina", "4 SentBack Draft chama Which pier?", "3 Proposed Proposed badr",
            "2 Edited Draft badr", "1 Recorded Draft amina",
        ]);
        (await ChangesAsync(first)).Select(change => Body(change.Content)).Distinct().Count().ShouldBe(2);
        (await ChangesAsync(first))[^1].At.ShouldBe(first.CreatedAt);
        (await ChangesAsync(first))[0].At.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public async Task The_audit_tells_of_each_step_and_of_no_text()
    {
        var published = await PublishedAsync();
        await Workflow.WithdrawAsync(published.Id, published.Revision, "The pier is gone.", desk, badr, default);

        var told = (await one.AuditAsync()).Where(entry => entry.Subject == "MCT-D-2026-0001").ToList();
        told.Select(entry => entry.What).ShouldBe(["developmentRecorded", "developmentProposed", "developmentPublished", "developmentWithdrawn"]);
        told[2].Details.ShouldBe("""{"languages":"en","marking":"TLP:CLEAR","revision":"3","section":"domestic"}""");
        told.ShouldAllBe(entry => !entry.Details.Contains("pier"));
    }

    [Fact]
    public async Task What_has_faults_is_kept_as_a_draft_and_can_be_neither_proposed_nor_published()
    {
        var draft = await RecordAsync(amina, Lantern("A lantern was lit."));

        (await FaultsAsync(() => ProposeAsync(draft, amina))).ShouldBe([("texts.en.body", DevelopmentFault.NoSource)]);
        (await FindAsync(draft)).ShouldNotBeNull().Row.State.ShouldBe(DevelopmentState.Draft);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_and_leaves_nothing()
    {
        (await FaultsAsync(() => RecordAsync(amina, Lantern() with { Section = "nowhere", Date = "2026-11-23" })))
            .ShouldBe([("date", DevelopmentFault.ToCome), ("section", DevelopmentFault.Unknown)]);

        (await one.CountAsync("SELECT count(*) FROM developments")).ShouldBe(0);
        (await RecordAsync(amina)).Number.ShouldBe("MCT-D-2026-0001");
    }

    [Fact]
    public async Task An_edit_of_what_is_proposed_makes_it_a_draft_again()
    {
        var edited = await EditAsync(await ProposeAsync(await RecordAsync(amina), amina), badr, "Two lanterns. [@fact-sheet:domestic-1]");

        (edited.State, edited.ProposedBy, edited.ProposedAt).ShouldBe((DevelopmentState.Draft, null, null));
        (await RefusalAsync(() => PublishAsync(edited, chama))).ShouldBe(DevelopmentRefusal.NotProposed);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_no_change()
    {
        var proposed = await ProposeAsync(await RecordAsync(amina), amina);

        (await EditAsync(proposed, badr, " A lantern was lit on the pier. [@fact-sheet:domestic-1]\r\n ".TrimStart())).Revision.ShouldBe(proposed.Revision);
        (await ChangesAsync(proposed)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_published_stays_in_force_until_its_new_text_is_published_too()
    {
        var published = await PublishedAsync();
        var edited = await EditAsync(published, badr, "Two lanterns. [@fact-sheet:domestic-1]");

        edited.IsInForce.ShouldBeTrue();
        Body((await FindAsync(edited, seesDrafts: false)).ShouldNotBeNull().Content).ShouldStartWith("A lantern");
        Body((await FindAsync(edited)).ShouldNotBeNull().Content).ShouldStartWith("Two lanterns");

        time.Advance(TimeSpan.FromDays(1));
        var again = await PublishAsync(await ProposeAsync(edited, badr), amina);
        Body((await FindAsync(again, seesDrafts: false)).ShouldNotBeNull().Content).ShouldStartWith("Two lanterns");
        (again.PublishedAt - again.FirstPublishedAt).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Whoever_wrote_or_proposed_any_of_it_does_not_publish_it()
    {
        var proposed = await ProposeAsync(await EditAsync(await RecordAsync(amina), badr, "Two lanterns. [@fact-sheet:domestic-1]"), chama);

        foreach (var own in new[] { amina, badr, chama, badr with { Name = "renamed" }, amina with { Door = Doors.Api } })
            (await RefusalAsync(() => PublishAsync(proposed, own))).ShouldBe(DevelopmentRefusal.SecondPerson);
        (await PublishAsync(proposed, Person("driss", 4))).IsPublishedAlone.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_people_correct_each_other_for_ever()
    {
        var byBadr = await EditAsync(await PublishedAsync(), badr, "Two lanterns. [@fact-sheet:domestic-1]");
        var again = await PublishAsync(await ProposeAsync(byBadr, badr), amina);
        var byAmina = await ProposeAsync(await EditAsync(again, amina, "Three lanterns. [@fact-sheet:domestic-1]"), amina);

        (await RefusalAsync(() => PublishAsync(byAmina, amina))).ShouldBe(DevelopmentRefusal.SecondPerson);
        (await PublishAsync(byAmina, badr)).State.ShouldBe(DevelopmentState.Published);
    }

    [Fact]
    public async Task A_desk_of_one_person_publishes_its_own_and_that_is_recorded()
    {
        await using var alone = Process(onePerson: true);
        var proposed = await ProposeAsync(await RecordAsync(amina), amina);

        var published = await alone.Get<DevelopmentWorkflow>().PublishAsync(proposed.Id, proposed.Revision, desk, amina, default);

        published.IsPublishedAlone.ShouldBeTrue();
        (await ChangesAsync(published))[0].IsAlone.ShouldBeTrue();
        (await one.AuditAsync())[^1].Details.ShouldContain("\"onePerson\":\"true\"");
    }

    [Fact]
    public async Task Whoever_is_alone_with_the_service_publishes_and_nobody_takes_him_for_two()
    {
        (await PublishAsync(await ProposeAsync(await RecordAsync(solo), solo), solo)).IsPublishedAlone.ShouldBeTrue();
        (await PublishAsync(await ProposeAsync(await RecordAsync(solo), amina), badr)).IsPublishedAlone.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_several_who_publish_at_once_one_does()
    {
        var proposed = await ProposeAsync(await RecordAsync(amina), amina);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => Task.Run(() => TriedAsync(
            () => (turn % 2 == 0 ? one : other).Get<DevelopmentWorkflow>()
                .PublishAsync(proposed.Id, proposed.Revision, desk, turn < 3 ? badr : chama, default)))));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.OfType<DevelopmentRefusal>().ShouldAllBe(why => why == DevelopmentRefusal.ChangedMeanwhile);
        (await ChangesAsync(proposed)).Count(change => change.What == DevelopmentDeed.Published).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_edited_while_somebody_publishes_it_is_not_published_unseen()
    {
        var proposed = await ProposeAsync(await RecordAsync(amina), amina);

        await Task.WhenAll(
            Task.Run(() => TriedAsync(() => other.Get<DevelopmentWorkflow>().PublishAsync(proposed.Id, proposed.Revision, desk, badr, default))),
            Task.Run(() => TriedAsync(() => EditAsync(proposed, amina, "A trick. [@fact-sheet:domestic-1]"))));

        var row = (await FindAsync(proposed)).ShouldNotBeNull().Row;
        row.Revision.ShouldBe(3);
        if (row.PublishedContent is { } published)
            Body(published).ShouldStartWith("A lantern");
        else
            row.State.ShouldBe(DevelopmentState.Draft);
    }

    [Fact]
    public async Task What_is_withdrawn_stays_with_its_reason_and_for_good()
    {
        var published = await PublishedAsync();
        (await FaultsAsync(() => Workflow.WithdrawAsync(published.Id, published.Revision, " ", desk, badr, default)))
            .ShouldBe([("reason", DevelopmentFault.Missing)]);
        (await FaultsAsync(() => Workflow.WithdrawAsync(published.Id, published.Revision, "a\u0007", desk, badr, default)))
            .ShouldBe([("reason", DevelopmentFault.ControlCharacter)]);

        var withdrawn = await Workflow.WithdrawAsync(published.Id, published.Revision, "There is no pier.", desk, badr, default);

        (withdrawn.State, withdrawn.WithdrawnBecause, withdrawn.IsInForce).ShouldBe((DevelopmentState.Withdrawn, "There is no pier.", false));
        (await RefusalAsync(() => EditAsync(withdrawn, amina, "Once more. [@fact-sheet:domestic-1]"))).ShouldBe(DevelopmentRefusal.Withdrawn);
        (await RefusalAsync(() => PublishAsync(withdrawn, badr))).ShouldBe(DevelopmentRefusal.Withdrawn);
        (await FindAsync(withdrawn, seesDrafts: false)).ShouldNotBeNull().State.ShouldBe(DevelopmentState.Withdrawn);
    }

    [Fact]
    public async Task Nobody_writes_what_he_could_not_see_nor_changes_what_he_does_not_see()
    {
        var green = desk with { Clearance = Marking.All[1].Level };
        var red = Lantern() with { Marking = "TLP:RED" };
        (await FaultsAsync(() => Workflow.RecordAsync(red, green, amina, default))).ShouldBe([("marking", DevelopmentFault.AboveClearance)]);
        var secret = await RecordAsync(amina, red);

        (await RefusalAsync(() => Workflow.ProposeAsync(secret.Id, 1, green, amina, default))).ShouldBe(DevelopmentRefusal.Unknown);
        (await RefusalAsync(() => Workflow.ProposeAsync(secret.Id, 1, desk with { Desk = "press" }, amina, default))).ShouldBe(DevelopmentRefusal.Unknown);
        (await FindAsync(secret, green)).ShouldBeNull();
        (await FindAsync(secret, desk with { Desk = "press" })).ShouldBeNull();
    }

    private static async Task<DevelopmentRefusal?> TriedAsync(Func<Task> deed)
    {
        try
        {
            await deed();
            return null;
        }
        catch (DevelopmentRefusedException refused)
        {
            return refused.Why;
        }
    }
}
