using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    private static readonly BriefingOrder another = new() { Sections = ["regional"] };

    [Fact]
    public async Task A_request_comes_back_from_the_database_as_it_was_submitted()
    {
        var submitted = await One.SubmitAsync(new() { Sections = ["regional", "domestic"], Title = "Übersicht ’26 – نظرة", Numbered = true }, key: "k");

        var found = await One.Ledger.FindAsync(submitted);

        BriefingsJson(found).ShouldBe(BriefingsJson(submitted));
        found.Number.ShouldBe("MCT-2026-0001");
        found.Order.Sections.ShouldBe(["regional", "domestic"]);
        found.IssueDate.ShouldBe(new DateOnly(2026, 11, 22));
        found.State.ShouldBe(RequestState.Queued);
    }

    [Fact]
    public async Task The_issue_date_is_the_desks_and_numbers_begin_anew_each_year()
    {
        await One.SubmitAsync();
        time.SetUtcNow(new(2026, 12, 31, 23, 30, 0, TimeSpan.Zero));

        var request = await One.SubmitAsync();

        // In Casablanca it is half past midnight.
        request.IssueDate.ShouldBe(new DateOnly(2027, 1, 1));
        request.Number.ShouldBe("MCT-2027-0001");
    }

    [Fact]
    public async Task Processes_that_submit_at_once_get_every_number_once()
    {
        await StartAsync();
        await StartAsync();

        var requests = await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(0, 30).Select(_ => Task.Run(() => process.SubmitAsync()))));

        requests.Select(request => request.Number).Order().ShouldBe(Enumerable.Range(1, 90).Select(number => $"MCT-2026-{number:D4}"));
    }

    [Fact]
    public async Task One_key_submitted_by_many_at_once_makes_one_request()
    {
        await StartAsync();

        var requests = await Task.WhenAll(processes.SelectMany(
            process => Enumerable.Range(0, 15).Select(_ => Task.Run(() => process.SubmitAsync(key: "once")))));

        requests.Select(request => request.Id).Distinct().Count().ShouldBe(1);
        (await One.Ledger.Queries.ListAsync(null, 100, Viewer.Everything, ofPerson: null, default)).Items.Count.ShouldBe(1);
        (await One.JobsWantedAsync()).Count.ShouldBe(1);
        (await One.SubmitAsync()).Number.ShouldBe("MCT-2026-0002", "the losers of the race took no number");
    }

    [Fact]
    public async Task A_key_gives_the_first_request_also_when_the_same_order_is_written_differently()
    {
        var first = await One.SubmitAsync(new() { Sections = ["domestic", "regional"], Title = " Title " }, key: "k");

        var second = await One.SubmitAsync(new() { Sections = ["domestic", "regional", "domestic"], Title = "Title" }, key: "k");

        second.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_key_with_another_order_is_refused_and_names_the_request_it_belongs_to()
    {
        var first = await One.SubmitAsync(key: "k");

        var refused = await Should.ThrowAsync<IdempotencyConflictException>(() => One.SubmitAsync(another, key: "k"));

        refused.Message.ShouldContain(first.Number);
        (await One.Ledger.Queries.ListAsync(null, 100, Viewer.Everything, ofPerson: null, default)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_the_library_cannot_fulfil_is_refused_and_takes_no_number()
    {
        await Should.ThrowAsync<OrderRejectedException>(() => One.SubmitAsync(new() { Sections = ["nowhere"] }));

        (await One.SubmitAsync()).Number.ShouldBe("MCT-2026-0001");
    }

    [Fact]
    public async Task A_full_ledger_turns_requests_away_until_one_is_finished()
    {
        var small = await StartAsync(maxUnfinished: 2);
        var first = await small.SubmitAsync();
        await small.SubmitAsync(key: "k");

        var full = await Should.ThrowAsync<LedgerFullException>(() => small.SubmitAsync());
        full.RetryAfter.ShouldBe(TimeSpan.FromSeconds(15));
        (await small.SubmitAsync(key: "k")).Number.ShouldBe("MCT-2026-0002", "what is there already is not turned away");

        await small.Ledger.FinishAsync(first);
        (await small.SubmitAsync()).Number.ShouldBe("MCT-2026-0003", "who was turned away took no number");
    }

    [Fact]
    public async Task A_full_ledger_is_full_also_for_many_at_once()
    {
        var small = await StartAsync(maxUnfinished: 5);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await small.SubmitAsync()).Number;
            }
            catch (LedgerFullException)
            {
                return "full";
            }
        })));

        outcomes.Count(outcome => outcome != "full").ShouldBe(5);
    }

    [Fact]
    public async Task An_edition_exists_once_whatever_its_order_has_become_and_finds_a_place_in_a_full_ledger()
    {
        var small = await StartAsync(maxUnfinished: 1);
        await small.SubmitAsync();
        var edition = new Edition("weekly", "MCT-W-2026-47", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15)));

        var first = await small.Ledger.Submitter.SubmitAsync(LedgerProcess.Order, new(Actor.Schedule, "schedule:weekly:a", edition), default);
        var again = await small.Ledger.Submitter.SubmitAsync(another, new(Actor.Schedule, "schedule:weekly:a", edition), default);
        var sameNumber = await small.Ledger.Submitter.SubmitAsync(another, new(Actor.Schedule, "schedule:weekly:b", edition), default);

        first.IsNew.ShouldBeTrue();
        first.Request.Number.ShouldBe("MCT-W-2026-47");
        first.Request.IssueDate.ShouldBe(new DateOnly(2026, 11, 16));
        (await small.Ledger.FindAsync(first.Request)).Period.ShouldBe(edition.Period);
        again.ShouldBe(new(again.Request, IsNew: false));
        new[] { again.Request.Id, sameNumber.Request.Id }.ShouldAllBe(id => id == first.Request.Id);
        (await small.Ledger.Queries.LastEditionAsync("weekly", Viewer.Everything, default))!.Id.ShouldBe(first.Request.Id);
    }

    [Fact]
    public async Task An_edition_without_a_key_is_not_taken_for_some_other_request_without_one()
    {
        await One.SubmitAsync();
        var submission = new Submission(Actor.Schedule, Key: null, new("weekly", "MCT-W-2026-47", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15))));

        var first = await One.Ledger.Submitter.SubmitAsync(another, submission, default);
        var again = await One.Ledger.Submitter.SubmitAsync(another, submission, default);

        first.IsNew.ShouldBeTrue();
        first.Request.Number.ShouldBe("MCT-W-2026-47");
        again.ShouldBe(new(again.Request, IsNew: false));
        again.Request.Id.ShouldBe(first.Request.Id);
    }

    private static string BriefingsJson<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, MoroccoCT.Briefings.BriefingJson.Options);
}
