using MoroccoCT.Audit;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task Of_many_who_take_a_request_one_gets_it()
    {
        await StartAsync();
        var request = await One.SubmitAsync();

        var taken = await Task.WhenAll(processes.SelectMany(
            process => Enumerable.Range(0, 8).Select(worker => Task.Run(() => process.Ledger.TakeAsync(request, $"job-{process.GetHashCode()}-{worker}")))));

        taken.Count(one => one is not null).ShouldBe(1);
        (await One.Ledger.FindAsync(request)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_in_work_is_given_again_only_to_the_job_that_has_it_because_its_worker_died()
    {
        var request = await One.SubmitAsync();
        await One.Ledger.TakeAsync(request, "job");

        (await One.Ledger.TakeAsync(request, "another job")).ShouldBeNull();
        var again = (await One.Ledger.TakeAsync(request, "job")).ShouldNotBeNull();

        again.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task An_overtaken_attempt_can_write_nothing()
    {
        var request = await One.SubmitAsync();
        var zombie = (await One.Ledger.TakeAsync(request)).ShouldNotBeNull();
        (await One.Ledger.RequeueAsync(zombie)).ShouldBeTrue();
        var present = (await One.Ledger.TakeAsync(request, "other job")).ShouldNotBeNull();
        var late = TestLedger.Finished("late");

        (await One.Ledger.CompleteAsync(zombie, late)).ShouldBeFalse();
        (await One.Ledger.FailAsync(zombie)).ShouldBeFalse();
        (await One.Ledger.ReleaseAsync(zombie)).ShouldBeFalse();

        var still = await One.Ledger.FindAsync(request);
        (still.State, still.Attempts).ShouldBe((RequestState.Rendering, 2));
        (await One.Ledger.Queries.DocumentAsync(late.Sha256, default)).ShouldBeNull("a document nobody asked for takes no room");
        (await One.Ledger.CompleteAsync(present, TestLedger.Finished("in time"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_completed_request_has_its_document_also_for_a_process_that_starts_later()
    {
        time.Advance(TimeSpan.FromSeconds(1));
        var request = await One.Ledger.FinishAsync(await One.SubmitAsync(), "%PDF content");

        var later = await StartAsync();
        var found = await later.Ledger.FindAsync(request);
        var document = (await later.Ledger.Queries.DocumentAsync(found.Sha256!, default)).ShouldNotBeNull();

        System.Text.Encoding.UTF8.GetString(document.Content).ShouldBe("%PDF content");
        (found.State, found.Pages, found.Bytes, found.FinishedAt).ShouldBe((RequestState.Completed, 3, 12L, time.GetUtcNow()));
        (document.Pages, document.Bytes, document.CreatedAt).ShouldBe((3, 12L, time.GetUtcNow()));
    }

    [Fact]
    public async Task Requests_with_equal_documents_share_one()
    {
        var first = await One.Ledger.FinishAsync(await One.SubmitAsync(), "same");
        var second = await One.Ledger.FinishAsync(await One.SubmitAsync(), "same");

        second.Sha256.ShouldBe(first.Sha256);
    }

    [Fact]
    public async Task A_finished_document_is_found_by_what_decided_it()
    {
        await One.Ledger.FinishAsync(await One.SubmitAsync(), "another", fingerprint: "e");
        var first = await One.Ledger.FinishAsync(await One.SubmitAsync(), "shared", fingerprint: "f");
        var second = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();

        var twin = (await One.Ledger.Queries.TwinAsync("f", default)).ShouldNotBeNull();
        (await One.Ledger.Transitions.CompleteAsync(second.Id, second.Attempts, twin, default)).ShouldBeTrue();

        twin.Id.ShouldBe(first.Id);
        (await One.Ledger.FindAsync(second)).Sha256.ShouldBe(first.Sha256);
        (await One.Ledger.Queries.TwinAsync("g", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_request_keeps_its_reason_until_it_is_begun_again()
    {
        var taken = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        await One.Ledger.FailAsync(taken, "The engine failed", "It crashed.");

        var failed = await One.Ledger.FindAsync(taken);
        (failed.State, failed.ErrorTitle, failed.ErrorDetail).ShouldBe((RequestState.Failed, "The engine failed", "It crashed."));
        (await One.Ledger.TakeAsync(taken)).ShouldBeNull();

        var restarted = (await One.Ledger.Transitions.RetryAsync(taken.Id, Actor.CommandLine, default)).ShouldNotBeNull();
        (restarted.State, restarted.ErrorTitle, restarted.FinishedAt).ShouldBe((RequestState.Queued, null, null));
        restarted.Attempts.ShouldBe(1, "an attempt of before shall not be taken for one of now");
        (await One.JobsWantedAsync()).ShouldContain(taken.Id);
    }

    [Fact]
    public async Task A_released_request_can_be_taken_again_by_its_job()
    {
        var request = await One.SubmitAsync();
        var first = (await One.Ledger.TakeAsync(request)).ShouldNotBeNull();

        (await One.Ledger.ReleaseAsync(first)).ShouldBeTrue();

        (await One.Ledger.FindAsync(request)).State.ShouldBe(RequestState.Queued);
        (await One.Ledger.TakeAsync(request)).ShouldNotBeNull().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_waiting_request_can_be_cancelled_and_is_then_not_taken()
    {
        var request = await One.SubmitAsync();

        (await One.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default))!.State.ShouldBe(RequestState.Cancelled);

        (await One.Ledger.TakeAsync(request)).ShouldBeNull();
        (await One.Ledger.FindAsync(request)).FinishedAt.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public async Task A_request_cancelled_in_work_takes_no_document()
    {
        var taken = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();

        await One.Ledger.Transitions.CancelAsync(taken.Id, Actor.CommandLine, default);

        (await One.Ledger.CompleteAsync(taken, TestLedger.Finished("late"))).ShouldBeFalse();
        (await One.Ledger.FindAsync(taken)).State.ShouldBe(RequestState.Cancelled);
    }

    [Fact]
    public async Task Cancelling_what_is_final_or_unknown_changes_nothing()
    {
        var request = await One.Ledger.FinishAsync(await One.SubmitAsync());

        (await One.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default))!.State.ShouldBe(RequestState.Completed);
        (await One.Ledger.Transitions.CancelAsync(Guid.Empty, Actor.CommandLine, default)).ShouldBeNull();
        (await One.Ledger.Transitions.RetryAsync(request.Id, Actor.CommandLine, default))!.State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task Of_two_processes_that_find_the_same_lost_request_one_gives_it_another_job()
    {
        var two = await StartAsync();
        var lost = await One.SubmitAsync();
        await One.HandOutAsync();

        var requeued = await Task.WhenAll(Task.Run(() => One.Ledger.RequeueAsync(lost)), Task.Run(() => two.Ledger.RequeueAsync(lost)));

        requeued.Count(done => done).ShouldBe(1);
        (await One.JobsWantedAsync()).ShouldBe([lost.Id]);
    }

    [Fact]
    public async Task What_waits_or_is_in_work_is_unfinished_unless_the_outbox_speaks_of_it()
    {
        var waiting = await One.SubmitAsync();
        var inWork = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        await One.Ledger.FinishAsync(await One.SubmitAsync());

        (await One.Ledger.Queries.UnfinishedAsync(default)).Select(request => request.Id).ShouldBe([inWork.Id]);
        await One.HandOutAsync();
        (await One.Ledger.Queries.UnfinishedAsync(default)).Select(request => request.Id).ShouldBe([waiting.Id, inWork.Id]);
    }

    [Fact]
    public async Task A_setback_counts_and_the_request_waits_its_pause()
    {
        var request = await One.SubmitAsync();
        await One.HandOutAsync();
        var taken = (await One.Ledger.TakeAsync(request)).ShouldNotBeNull();

        await One.Ledger.ReleaseAsync(taken, Setback.Outside, TimeSpan.FromMinutes(5));

        (await One.Ledger.FindAsync(request)).Setbacks.ShouldBe(1);
        time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await One.HandOutAsync()).ShouldBeEmpty();
        time.Advance(TimeSpan.FromSeconds(1));
        (await One.HandOutAsync()).ShouldBe([request.Id]);
    }

    [Fact]
    public async Task Only_engine_deaths_in_a_row_add_up()
    {
        var request = await One.SubmitAsync();

        foreach (var (setback, deaths) in new[] { (Setback.EngineDeath, 1), (Setback.EngineDeath, 2), (Setback.Outside, 0), (Setback.EngineDeath, 1) })
        {
            await One.Ledger.ReleaseAsync((await One.Ledger.TakeAsync(request)).ShouldNotBeNull(), setback);
            (await One.Ledger.FindAsync(request)).EngineDeaths.ShouldBe(deaths);
        }

        (await One.Ledger.FindAsync(request)).Setbacks.ShouldBe(4);
    }

    [Fact]
    public async Task A_worker_that_died_is_a_setback_however_it_is_found_out()
    {
        var request = await One.SubmitAsync();
        await One.Ledger.TakeAsync(request);
        var again = (await One.Ledger.TakeAsync(request)).ShouldNotBeNull("the same job was delivered again");
        again.Setbacks.ShouldBe(1);

        (await One.Ledger.RequeueAsync(again)).ShouldBeTrue();

        (await One.Ledger.FindAsync(request)).Setbacks.ShouldBe(2);
    }

    [Fact]
    public async Task A_request_begun_again_by_a_person_has_its_setbacks_forgiven()
    {
        var request = await One.SubmitAsync();
        await One.Ledger.ReleaseAsync((await One.Ledger.TakeAsync(request)).ShouldNotBeNull(), Setback.EngineDeath);
        await One.Ledger.FailAsync((await One.Ledger.TakeAsync(request)).ShouldNotBeNull());

        var begun = (await One.Ledger.Transitions.RetryAsync(request.Id, Actor.CommandLine, default)).ShouldNotBeNull();

        (begun.State, begun.Setbacks, begun.EngineDeaths, begun.Number).ShouldBe((RequestState.Queued, 0, 0, request.Number));
        (await One.Ledger.FinishAsync(request)).State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task A_damaged_document_is_not_served_nor_shared_and_is_mended_when_it_is_made_again()
    {
        var done = await One.Ledger.FinishAsync(await One.SubmitAsync(), "%PDF content");
        await One.ExecuteAsync($"UPDATE documents SET content = {Bytes("%PDF c0ntent")}");

        (await Should.ThrowAsync<DocumentDamagedException>(() => One.Ledger.Queries.DocumentAsync(done.Sha256!, default))).Message.ShouldContain(done.Sha256!);
        (await One.Ledger.Queries.TwinAsync("f", default)).ShouldBeNull();
        One.Get<DamagedDocuments>().All.ShouldBe([done.Sha256!]);

        await One.Ledger.FinishAsync(await One.SubmitAsync(), "%PDF content");

        (await One.Ledger.Queries.DocumentAsync(done.Sha256!, default)).ShouldNotBeNull();
        One.Get<DamagedDocuments>().All.ShouldBeEmpty();
    }

    /// <summary>As a literal of the database under test.</summary>
    private string Bytes(string text)
    {
        var hex = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));
        return connectionString.Contains("Host", StringComparison.Ordinal) ? $"'\\x{hex}'::bytea" : $"x'{hex}'";
    }
}
