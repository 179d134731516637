using MoroccoCT.Briefings.Content;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private Handovers Handovers => One.Get<Handovers>();

    [Fact]
    public async Task Colleagues_are_those_of_the_desk_who_may_come_in_and_see_the_request()
    {
        var root = await AddAsync("Root", Role.Administrator, red);
        var (amina, zoe) = (await AddAsync("amina", Role.Reader, amber), await AddAsync("Zoe", clearance: red));
        await AddAsync("Low");
        await AddAsync("Legal", clearance: red, desk: "legal");
        var gone = await AddAsync("Gone", clearance: red);
        await Accounts.ChangeAsync(gone.Id, new() { IsDisabled = true }, by, default);
        await Accounts.DeleteAsync((await AddAsync("Deleted", clearance: red)).Id, by, default);
        var request = await DoneAsync(root, amber);

        (await Handovers.ColleaguesAsync(request, root, default)).Select(person => person.Id).ShouldBe([amina.Id, zoe.Id]);
    }

    [Fact]
    public async Task What_is_sent_stands_with_its_receiver_newest_first_and_unread_until_it_is_opened()
    {
        var (root, amina) = (await AddAsync("Root", Role.Administrator, red), await AddAsync("amina", clearance: amber));
        var (first, second) = (await DoneAsync(root), await DoneAsync(root, amber));

        (await Handovers.SendAsync(first, root, [amina.Id], " For you ", by, default)).ShouldBeTrue();
        time.Advance(TimeSpan.FromMinutes(1));
        (await Handovers.SendAsync(second, root, [amina.Id], "  ", by, default)).ShouldBeTrue();

        var received = await Handovers.ReceivedAsync(amina, 10, default);
        received.Select(row => (row.Request.Id, row.Handover.FromId, row.Handover.Note, row.Handover.OpenedAt))
            .ShouldBe([(second.Id, root.Id, null, null), (first.Id, root.Id, "For you", null)]);
        (await Handovers.ReceivedAsync(root, 10, default)).ShouldBeEmpty();
        (await Handovers.ReceivedAsync(amina, 1, default)).ShouldHaveSingleItem().Request.Id.ShouldBe(second.Id);

        (await Handovers.OpenAsync(second, amina, default)).ShouldHaveSingleItem().OpenedAt.ShouldBeNull("it was not open before");
        (await Handovers.OpenAsync(second, root, default)).ShouldBeEmpty();
        (await Handovers.ReceivedAsync(amina, 10, default)).Select(row => row.Handover.OpenedAt).ShouldBe([time.GetUtcNow(), null]);
        (await Handovers.SentAsync(second, root, default)).ShouldHaveSingleItem().OpenedAt.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public async Task Sending_is_entered_once_for_each_colleague_without_the_note()
    {
        var root = await AddAsync("Root", Role.Administrator, red);
        var (amina, zoe) = (await AddAsync("amina"), await AddAsync("Zoe"));
        var request = await DoneAsync(root);

        var told = await ToldByAsync(() => Handovers.SendAsync(request, root, [zoe.Id, amina.Id, zoe.Id], "Private", by, default));

        told.ShouldBe([("handedOn", request.Number, """{"to":"amina"}"""), ("handedOn", request.Number, """{"to":"Zoe"}""")]);
    }

    [Fact]
    public async Task What_is_sent_again_is_sent_anew_and_once()
    {
        var (root, amina) = (await AddAsync("Root", Role.Administrator, red), await AddAsync("amina"));
        var request = await DoneAsync(root);
        await Handovers.SendAsync(request, root, [amina.Id], "Once", by, default);
        await Handovers.OpenAsync(request, amina, default);
        time.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Handovers.SendAsync(request, root, [amina.Id], "Twice", by, default)));

        var row = (await Handovers.ReceivedAsync(amina, 10, default)).ShouldHaveSingleItem().Handover;
        (row.Note, row.SentAt, row.OpenedAt).ShouldBe(("Twice", time.GetUtcNow(), null));
    }

    [Fact]
    public async Task Nothing_is_sent_to_anybody_else_nor_what_is_not_finished_or_not_to_be_seen()
    {
        var (root, amina) = (await AddAsync("Root", Role.Administrator, red), await AddAsync("amina"));
        var legal = await AddAsync("Legal", clearance: red, desk: "legal");
        var (clear, secret, waiting) = (await DoneAsync(root), await DoneAsync(root, red), await SubmitAsync(root));
        var deleted = await DoneAsync(root);
        await One.Get<RequestRemoval>().DeleteAsync(deleted.Id, by, default);
        var before = (await One.AuditAsync()).Count;

        (await Handovers.SendAsync(clear, root, [amina.Id, legal.Id], null, by, default)).ShouldBeFalse("another desk");
        (await Handovers.SendAsync(clear, root, [root.Id], null, by, default)).ShouldBeFalse("oneself");
        (await Handovers.SendAsync(clear, root, [], null, by, default)).ShouldBeFalse("nobody");
        (await Handovers.SendAsync(secret, root, [amina.Id], null, by, default)).ShouldBeFalse("above the clearance");
        (await Handovers.SendAsync(secret, amina, [root.Id], null, by, default)).ShouldBeFalse("above one's own clearance");
        (await Handovers.SendAsync(waiting, root, [amina.Id], null, by, default)).ShouldBeFalse("not finished");
        (await Handovers.SendAsync(deleted, root, [amina.Id], null, by, default)).ShouldBeFalse("deleted");

        (await One.CountAsync("SELECT COUNT(*) FROM handovers")).ShouldBe(0);
        (await One.AuditAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_somebody_may_not_see_any_more_or_what_was_deleted_is_not_among_what_he_was_sent()
    {
        var (root, amina) = (await AddAsync("Root", Role.Administrator, red), await AddAsync("amina", clearance: red));
        var (secret, other) = (await DoneAsync(root, red), await DoneAsync(root));
        await Handovers.SendAsync(secret, root, [amina.Id], null, by, default);
        await Handovers.SendAsync(other, root, [amina.Id], null, by, default);

        var lower = (await Accounts.ChangeAsync(amina.Id, new() { Clearance = green }, by, default)).ShouldNotBeNull();
        (await Handovers.ReceivedAsync(lower, 10, default)).ShouldHaveSingleItem().Request.Id.ShouldBe(other.Id);
        await One.Get<RequestRemoval>().DeleteAsync(other.Id, by, default);
        (await Handovers.ReceivedAsync(lower, 10, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("turned \u202E round")]
    public void A_note_is_one_line_that_can_be_seen(string note) => Handovers.Faults(note).ShouldNotBeEmpty();

    [Fact]
    public void A_note_has_a_length()
    {
        Handovers.Faults(new string('x', Handovers.LongestNote + 1)).ShouldNotBeEmpty();
        Handovers.Faults(new string('x', Handovers.LongestNote)).ShouldBeEmpty();
        Handovers.Faults("ملاحظة <b>قصيرة</b> 😀").ShouldBeEmpty();
        Handovers.Faults(null).ShouldBeEmpty();
        Handovers.Faults($"half a character {'\uD800'}").ShouldNotBeEmpty();
    }

    private int contents;

    private async Task<BriefingRequest> DoneAsync(Person person, Marking? marking = null) =>
        await One.Ledger.FinishAsync(await SubmitAsync(person, marking), $"%PDF {++contents}", $"{contents}");
}
