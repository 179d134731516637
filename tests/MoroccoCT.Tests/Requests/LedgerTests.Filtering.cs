using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task The_list_can_be_narrowed_to_states()
    {
        var waiting = await One.SubmitAsync();
        var done = await One.Ledger.FinishAsync(await One.SubmitAsync());
        var cancelled = await One.SubmitAsync();
        await One.Ledger.Transitions.CancelAsync(cancelled.Id, Actor.CommandLine, default);

        (await FoundAsync(new() { States = [RequestState.Completed] })).ShouldBe([done.Number]);
        (await FoundAsync(new() { States = [RequestState.Queued, RequestState.Cancelled] })).ShouldBe([cancelled.Number, waiting.Number]);
        (await FoundAsync(new() { States = [RequestState.Unknown] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_state_that_a_newer_version_set_is_found_as_unknown()
    {
        var request = await One.SubmitAsync();
        var done = await One.Ledger.FinishAsync(await One.SubmitAsync());
        await One.ExecuteAsync("UPDATE requests SET state = 'pondering' WHERE state = 'queued'");

        (await FoundAsync(new() { States = [RequestState.Unknown] })).ShouldBe([request.Number]);
        (await FoundAsync(new() { States = [RequestState.Completed, RequestState.Unknown] })).ShouldBe([done.Number, request.Number]);
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_a_door_and_to_a_time()
    {
        var first = await SubmittedAsync(Actor.CommandLine);
        time.Advance(TimeSpan.FromDays(1));
        var second = await SubmittedAsync(new(Doors.Api, "program"));
        time.Advance(TimeSpan.FromDays(1));
        var third = await SubmittedAsync(Actor.CommandLine);

        (await FoundAsync(new() { Door = Doors.CommandLine })).ShouldBe([third.Number, first.Number]);
        (await FoundAsync(new() { From = second.CreatedAt })).ShouldBe([third.Number, second.Number]);
        (await FoundAsync(new() { Before = second.CreatedAt })).ShouldBe([first.Number]);
        (await FoundAsync(new() { From = first.CreatedAt, Before = third.CreatedAt, Door = Doors.Api })).ShouldBe([second.Number]);
    }

    [Theory]
    [InlineData("visite")]
    [InlineData("VISITE DE L'ENVOYÉ")]
    [InlineData("l’envoye\u0301")]
    [InlineData("cabinet du MINISTRE")]
    [InlineData("mct-2026-0001")]
    public async Task Words_are_found_in_number_title_and_addressee_however_they_are_typed(string sought)
    {
        await One.SubmitAsync(new() { Sections = ["domestic"], Language = "fr", Title = "Visite de l'envoyé", PreparedFor = "Cabinet du ministre" });
        await One.SubmitAsync(new() { Sections = ["domestic"], Title = "100 % of it_all" });

        (await FoundAsync(new() { Text = sought })).ShouldBe(["MCT-2026-0001"]);
        (await FoundAsync(new() { Text = "0 % of it_a" })).ShouldBe(["MCT-2026-0002"]);
        (await FoundAsync(new() { Text = "%" })).ShouldBe(["MCT-2026-0002"]);
        (await FoundAsync(new() { Text = "TLP:CLEAR" })).ShouldBeEmpty("what is not searched is not found");
    }

    [Fact]
    public async Task A_topic_is_found_by_its_id_a_document_by_its_reference_and_an_order_without_title_by_that_of_its_section()
    {
        var topic = await One.SubmitAsync(new() { Sections = ["us-cooperation"], Topics = ["training"], Title = "Of one topic" });
        var done = await One.SubmitAsync(new() { Sections = ["regional"] });
        await One.Ledger.FinishAsync(done, fingerprint: "0123456789abcdef");

        (await FoundAsync(new() { Text = "training" })).ShouldBe([topic.Number]);
        (await FoundAsync(new() { Text = "mct-01234567" })).ShouldBe([done.Number]);
        (await FoundAsync(new() { Text = "regional cooperation" })).ShouldBe([done.Number]);
    }

    [Fact]
    public async Task Pages_of_what_was_narrowed_hold_each_request_once()
    {
        var wanted = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            var request = await One.SubmitAsync(new() { Sections = ["domestic"], Title = i % 2 == 0 ? $"Wanted {i}" : $"Other {i}" });
            if (i % 2 == 0)
                wanted.Insert(0, request.Number);
        }

        foreach (var filter in new RequestFilter[] { new() { Text = "wanted" }, new() { Text = "wanted", States = [RequestState.Queued], Door = Doors.Api } })
        {
            var listed = new List<string>();
            var sizes = new List<int>();
            string? cursor = null;
            do
            {
                var page = await One.Ledger.Queries.ListAsync(filter, cursor, 2, Viewer.Everything, default);
                listed.AddRange(page.Items.Select(request => request.Number));
                sizes.Add(page.Items.Count);
                cursor = page.NextCursor;
            }
            while (cursor is not null);

            listed.ShouldBe(wanted);
            sizes.ShouldBe([2, 2, 1]);
        }
    }

    private async Task<IEnumerable<string>> FoundAsync(RequestFilter filter) =>
        (await One.Ledger.Queries.ListAsync(filter, null, 100, Viewer.Everything, default)).Items.Select(request => request.Number);

    private Task<BriefingRequest> SubmittedAsync(Actor by) => One.Ledger.SubmitAsync(new() { Sections = ["domestic"] }, new(by));
}
