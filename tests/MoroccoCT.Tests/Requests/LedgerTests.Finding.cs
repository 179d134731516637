using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task The_list_can_be_narrowed_to_a_language_and_to_editions()
    {
        var french = await One.SubmitAsync(new() { Sections = ["domestic"], Language = "fr" });
        var english = await One.SubmitAsync();
        var edition = await One.Ledger.SubmitAsync(
            LedgerProcess.Order, new(Actor.Schedule, "e", new("weekly", "MCT-W-2026-47", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15)))));

        (await FoundAsync(new() { Language = "fr" })).ShouldBe([french.Number]);
        (await FoundAsync(new() { IsEdition = true })).ShouldBe([edition.Number]);
        (await FoundAsync(new() { IsEdition = false })).ShouldBe([english.Number, french.Number]);
        (await FoundAsync(new() { IsEdition = false, Language = "en", Text = "mct-2026" })).ShouldBe([english.Number]);
        (await FoundAsync(new() { Language = "ar" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_topic_is_found_by_its_title_in_the_briefing_and_in_the_original()
    {
        var french = await One.SubmitAsync(new() { Sections = ["us-cooperation"], Topics = ["training"], Title = "Une note", Language = "fr" });
        await One.SubmitAsync(new() { Sections = ["us-cooperation"], Topics = ["prisons"], Title = "Another" });

        (await FoundAsync(new() { Text = Topic("en", "training") })).ShouldBe([french.Number]);
        (await FoundAsync(new() { Text = Topic("fr", "training") })).ShouldBe([french.Number]);
    }

    [Fact]
    public async Task A_request_is_found_by_its_number_or_the_reference_of_its_document_however_they_are_typed()
    {
        var first = await One.Ledger.FinishAsync(await One.SubmitAsync(), fingerprint: "7f3a9c2100");
        var again = await One.Ledger.FinishAsync(await One.SubmitAsync(), fingerprint: "7f3a9c2100");
        var secret = await One.Ledger.SubmitAsync(LedgerProcess.Order with { Marking = "TLP:RED" }, new(amina));

        (await NamedAsync(" mct-2026-0001 ")).ShouldBe(first.Id);
        (await NamedAsync("MCT-7F3A9C21")).ShouldBe(again.Id, "of several the newest");
        (await NamedAsync("mct-7f3a9c21")).ShouldBe(again.Id);
        foreach (var unknown in new[] { "MCT-2026-000", "MCT-7F3A9C2%", "MCT-7F3A9C2", "0001", "", "%", "'" })
            (await NamedAsync(unknown)).ShouldBeNull(unknown);
        (await One.Ledger.Queries.FindByNameAsync(secret.Number, new("main", 0), default)).ShouldBeNull();

        async Task<Guid?> NamedAsync(string name) => (await One.Ledger.Queries.FindByNameAsync(name, Viewer.Everything, default))?.Id;
    }

    [Fact]
    public async Task Several_are_found_at_once_in_the_order_they_are_named_each_once()
    {
        var (one, two) = (await One.SubmitAsync(), await One.SubmitAsync());
        var red = await One.Ledger.SubmitAsync(LedgerProcess.Order with { Marking = "TLP:RED" }, new(amina));

        var found = await One.Ledger.Queries.FindAsync([two.Id, red.Id, Guid.CreateVersion7(), one.Id, two.Id], new("main", 0), default);

        found.Select(request => request.Id).ShouldBe([two.Id, one.Id]);
    }

    [Fact]
    public async Task The_same_order_in_other_languages_is_found_by_its_content_and_desk()
    {
        var order = LedgerProcess.Order with { Sections = ["regional"], Title = "Visit" };
        var english = await FinishedAsync(order);
        await FinishedAsync(order with { Language = "fr", Title = "Visite" });
        var french = await FinishedAsync(order with { Language = "fr", Title = "Visite, corrigé" });
        var arabic = await FinishedAsync(order with { Language = "ar", Title = null });
        await FinishedAsync(order with { Language = "fr", Sections = ["domestic"] });
        await FinishedAsync(order with { Language = "ar", Depth = Depth.Summary });
        await One.SubmitAsync(order with { Language = "fr" });
        await One.Ledger.FinishAsync(
            await One.Ledger.SubmitAsync(order with { Language = "ar" }, new(amina, Viewer: new("legal", 4))), "%PDF of another desk", "l");

        var others = await One.Get<RelatedRequests>().InOtherLanguagesAsync(english, Viewer.Everything, default);

        others.Select(other => other.Id).ShouldBe([arabic.Id, french.Id], "the newest of each language");
    }

    [Fact]
    public async Task Later_ones_are_those_of_the_same_order_or_schedule_with_a_later_date()
    {
        var first = await FinishedAsync(LedgerProcess.Order);
        var edition = await FinishedEditionAsync("MCT-W-2026-46", new(2026, 11, 9));
        await FinishedAsync(LedgerProcess.Order with { Language = "fr" });
        time.Advance(TimeSpan.FromDays(7));
        var second = await FinishedAsync(LedgerProcess.Order with { Title = "Under another title" });
        await FinishedAsync(LedgerProcess.Order with { Sections = ["regional"] });
        var next = await FinishedEditionAsync("MCT-W-2026-47", new(2026, 11, 16));
        var related = One.Get<RelatedRequests>();

        (await related.LaterAsync(first, Viewer.Everything, 5, default)).Select(later => later.Id).ShouldBe([second.Id]);
        (await related.LaterAsync(edition, Viewer.Everything, 5, default)).Select(later => later.Id).ShouldBe([next.Id]);
        (await related.LaterAsync(second, Viewer.Everything, 5, default)).ShouldBeEmpty();
        (await related.LaterAsync(next, Viewer.Everything, 5, default)).ShouldBeEmpty();
    }

    private int documents;

    private async Task<BriefingRequest> FinishedAsync(BriefingOrder order) =>
        await One.Ledger.FinishAsync(await One.SubmitAsync(order), $"%PDF {++documents}", $"{documents}");

    private async Task<BriefingRequest> FinishedEditionAsync(string number, DateOnly day) => await One.Ledger.FinishAsync(
        await One.Ledger.SubmitAsync(LedgerProcess.Order, new(Actor.Schedule, number, new("weekly", number, day, new(day.AddDays(-7), day.AddDays(-1))))),
        $"%PDF {++documents}", $"{documents}");

    private string Topic(string language, string id) => One.Get<CurrentLibrary>().Snapshot.Library.Sections(language)
        .SelectMany(section => section.Topics).Single(topic => topic.Id == id).Title;
}
