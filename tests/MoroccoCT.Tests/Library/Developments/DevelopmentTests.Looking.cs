using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Library.Developments;

public abstract partial class DevelopmentTests
{
    [Fact]
    public async Task The_list_goes_on_by_its_cursor_and_finds_by_state_section_missing_language_and_text()
    {
        var draft = await RecordAsync(amina);
        var published = await PublishedAsync(Lantern() with { Section = "regional" });
        var sluice = new WrittenText("Une écluse", "L’ÉCLUSE est fermée. [@fact-sheet:domestic-1]");
        var french = Lantern() with { Texts = new Dictionary<string, WrittenText> { ["fr"] = sluice } };
        var third = await RecordAsync(amina, french);

        (await NumbersAsync(DevelopmentFilter.None)).ShouldBe([third.Number, published.Number, draft.Number]);
        (await NumbersAsync(DevelopmentFilter.None, seesDrafts: false)).ShouldBe([published.Number]);
        (await NumbersAsync(new() { States = [DevelopmentState.Draft] })).ShouldBe([third.Number, draft.Number]);
        (await NumbersAsync(new() { Section = "regional" })).ShouldBe([published.Number]);
        (await NumbersAsync(new() { Missing = "fr" })).ShouldBe([published.Number, draft.Number]);
        (await NumbersAsync(new() { Text = "l’écluse" })).ShouldBe([third.Number]);
        (await NumbersAsync(new() { Text = draft.Number.ToLowerInvariant() })).ShouldBe([draft.Number]);

        var page = await ListAsync(DevelopmentFilter.None, limit: 2);
        page.Items.Select(view => view.Row.Number).ShouldBe([third.Number, published.Number]);
        (await ListAsync(DevelopmentFilter.None, page.Next, 2)).Items.Select(view => view.Row.Number).ShouldBe([draft.Number]);
    }

    [Fact]
    public async Task What_waits_for_somebody_is_what_he_can_go_on_with()
    {
        var draft = await RecordAsync(amina);
        var proposed = await ProposeAsync(await RecordAsync(amina), amina);
        await PublishedAsync();

        (await WaitingAsync(amina.Id, mayPublish: true)).ShouldBe([draft.Number]);
        (await WaitingAsync(badr.Id, mayPublish: true)).ShouldBe([proposed.Number]);
        (await WaitingAsync(badr.Id, mayPublish: false)).ShouldBeEmpty();
        (await WaitingAsync(amina.Id, mayPublish: true, isAlone: true)).ShouldBe([proposed.Number, draft.Number]);
    }

    [Fact]
    public async Task A_text_marked_higher_leaves_those_below_it_the_published_one()
    {
        var clear = desk with { Clearance = 0 };
        var published = await PublishedAsync();
        var red = await Workflow.EditAsync(published.Id, published.Revision, Lantern() with { Marking = "TLP:RED" }, desk, amina, default);

        var seen = (await FindAsync(red, clear)).ShouldNotBeNull();
        (seen.IsWork, seen.Content.Marking).ShouldBe((false, null));
        (await one.Get<DevelopmentQueries>().ChangesAsync(seen, clear, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("MCT-D-2026-0001' OR 1=1 --")]
    [InlineData("MCT-D-2026-0001\0")]
    [InlineData("MCT-2026-0001")]
    public async Task What_is_no_name_finds_nothing(string name)
    {
        await RecordAsync(amina);

        (await one.Get<DevelopmentQueries>().FindAsync(name, desk, seesDrafts: true, default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_edition_takes_up_what_was_published_since_the_last_one_whatever_its_day()
    {
        var old = await PublishedAsync(Lantern() with { Date = "2003-05-17" });
        await RecordAsync(amina);
        var monday = time.GetUtcNow();
        time.Advance(TimeSpan.FromDays(7));
        var news = await PublishedAsync();

        (await InForceAsync(null, monday)).Select(one => one.Number).ShouldBe([old.Number]);
        (await InForceAsync(monday, time.GetUtcNow())).Select(one => one.Number).ShouldBe([news.Number]);
        (await InForceAsync(null, time.GetUtcNow())).Select(one => one.Number).ShouldBe([news.Number, old.Number], "the news of the latest day first");
    }

    [Fact]
    public async Task What_was_changed_since_is_taken_up_again_and_an_earlier_edition_stays_as_it_was()
    {
        var published = await PublishedAsync();
        var monday = time.GetUtcNow();
        time.Advance(TimeSpan.FromDays(1));
        await PublishAsync(await ProposeAsync(await EditAsync(published, badr, "Two lanterns. [@fact-sheet:domestic-1]"), badr), amina);
        await EditAsync((await FindAsync(published))!.Row, badr, "Not yet. [@fact-sheet:domestic-1]");

        var again = (await InForceAsync(monday, time.GetUtcNow())).ShouldHaveSingleItem();
        (again.PublishedAt - again.FirstPublishedAt).ShouldBe(TimeSpan.FromDays(1));
        Text(again).ShouldBe("Two lanterns.");
        Text((await InForceAsync(null, monday)).ShouldHaveSingleItem()).ShouldBe("A lantern was lit on the pier.");
    }

    [Fact]
    public async Task What_is_withdrawn_is_in_no_edition_and_told_of_where_it_had_been_published()
    {
        var published = await PublishedAsync();
        var draft = await RecordAsync(amina);
        var monday = time.GetUtcNow();
        time.Advance(TimeSpan.FromDays(1));
        foreach (var row in new[] { published, draft })
            await Workflow.WithdrawAsync(row.Id, row.Revision, "There is no pier.", desk, badr, default);

        (await InForceAsync(null, time.GetUtcNow())).ShouldBeEmpty();
        var withdrawn = (await WithdrawnAsync(monday, time.GetUtcNow())).ShouldHaveSingleItem();
        (withdrawn.Number, withdrawn.Because).ShouldBe((published.Number, "There is no pier."));
        withdrawn.FirstPublishedAt.ShouldBe(published.FirstPublishedAt!.Value);
        (await WithdrawnAsync(null, monday)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edition_prints_nothing_of_another_desk_or_above_its_clearance()
    {
        await PublishedAsync(Lantern() with { Marking = "TLP:AMBER" });

        (await InForceAsync(null, time.GetUtcNow(), desk with { Clearance = Marking.All[1].Level })).ShouldBeEmpty();
        (await InForceAsync(null, time.GetUtcNow(), desk with { Desk = "press" })).ShouldBeEmpty();
        (await InForceAsync(null, time.GetUtcNow(), Viewer.Everything)).ShouldHaveSingleItem().Read.Development!.Marking.ShouldBe(Marking.All[2]);
    }

    [Fact]
    public async Task What_the_library_no_longer_has_is_flagged_and_not_lost()
    {
        await PublishedAsync();
        var smaller = TestLibrary.Real with
        {
            AllSections = [.. TestLibrary.Real.AllSections.Where(section => section.Id != "domestic")],
            Sources = [.. TestLibrary.Real.Sources.Where(source => source.Id != "fact-sheet")],
        };

        var flagged = (await InForceAsync(null, time.GetUtcNow(), library: smaller)).ShouldHaveSingleItem();

        (flagged.Read.IsPrintable, flagged.Read.Development).ShouldBe((false, null));
        flagged.Read.Problems.Select(problem => problem.Fault).ShouldContain(DevelopmentFault.UnknownSource);
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_flagged_and_not_lost()
    {
        var row = await PublishedAsync();
        await one.ExecuteAsync("UPDATE developments SET content = '{{\"format\":\"moroccoct-development/9\"}}', state = 'embargoed'");

        var seen = (await FindAsync(row)).ShouldNotBeNull();
        (seen.State, seen.Read.Development).ShouldBe((DevelopmentState.Unknown, null));
        (await RefusalAsync(() => EditAsync(row, amina, "Anything. [@fact-sheet:domestic-1]"))).ShouldBe(DevelopmentRefusal.Withdrawn);
    }

    private static string Text(PublishedDevelopment published) =>
        published.Read.Development!.Texts[0].Blocks.OfType<Paragraph>().First().Content.OfType<TextRun>().First().Text;

    private Task<DevelopmentPage> ListAsync(DevelopmentFilter filter, Guid? cursor = null, int limit = 10, bool seesDrafts = true) =>
        one.Get<DevelopmentQueries>().ListAsync(filter, cursor, limit, desk, seesDrafts, default);

    private async Task<IEnumerable<string>> NumbersAsync(DevelopmentFilter filter, bool seesDrafts = true) =>
        (await ListAsync(filter, seesDrafts: seesDrafts)).Items.Select(view => view.Row.Number);

    private async Task<IEnumerable<string>> WaitingAsync(Guid? person, bool mayPublish, bool isAlone = false) =>
        (await one.Get<DevelopmentQueries>().WaitingAsync(desk, person, mayPublish, isAlone, default)).Select(view => view.Row.Number);

    private Task<IReadOnlyList<PublishedDevelopment>> InForceAsync(
        DateTimeOffset? after, DateTimeOffset until, Viewer? viewer = null, ContentLibrary? library = null) =>
        one.Get<PublishedDevelopments>().InForceAsync(after, until, viewer ?? desk, library ?? TestLibrary.Real, default);

    private Task<IReadOnlyList<WithdrawnDevelopment>> WithdrawnAsync(DateTimeOffset? after, DateTimeOffset until) =>
        one.Get<PublishedDevelopments>().WithdrawnAsync(after, until, desk, TestLibrary.Real, default);
}
