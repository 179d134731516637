using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task Of_many_who_take_a_request_one_gets_it()
    {
        await StartAsync();
        var request = await One.SubmitAsync();

        var taken = await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(0, 8).Select(worker => Task.Run(() => process.TakeAsync(request, $"job-{process.GetHashCode()}-{worker}")))));

        taken.Count(one => one is not null).ShouldBe(1);
        (await One.FindAsync(request)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_in_work_is_given_again_only_to_the_job_that_has_it_because_its_worker_died()
    {
        var request = await One.SubmitAsync();
        await One.TakeAsync(request, "job");

        (await One.TakeAsync(request, "another job")).ShouldBeNull();
        var again = (await One.TakeAsync(request, "job")).ShouldNotBeNull();

        again.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task An_overtaken_attempt_can_write_nothing()
    {
        var request = await One.SubmitAsync();
        var zombie = (await One.TakeAsync(request)).ShouldNotBeNull();
        (await One.Ledger.RequeueAsync([zombie], default)).ShouldBe(1);
        var present = (await One.TakeAsync(request, "other job")).ShouldNotBeNull();
        var late = LedgerProcess.Rendered("late");

        (await One.Ledger.CompleteAsync(request.Id, zombie.Attempts, late, "f", default)).ShouldBeFalse();
        (await One.Ledger.FailAsync(request.Id, zombie.Attempts, "title", "detail", default)).ShouldBeFalse();
        (await One.Ledger.ReleaseAsync(request.Id, zombie.Attempts, default)).ShouldBeFalse();

        var still = await One.FindAsync(request);
        (still.State, still.Attempts).ShouldBe((RequestState.Rendering, 2));
        (await One.Ledger.DocumentAsync(late.Sha256, default)).ShouldBeNull("a document nobody asked for takes no room");
        (await One.Ledger.CompleteAsync(request.Id, present.Attempts, LedgerProcess.Rendered("in time"), "f", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_completed_request_has_its_document_also_for_a_process_that_starts_later()
    {
        time.Advance(TimeSpan.FromSeconds(1));
        var request = await One.FinishAsync(await One.SubmitAsync(), "%PDF content");

        var later = await StartAsync();
        var found = await later.FindAsync(request);
        var document = (await later.Ledger.DocumentAsync(found.Sha256!, default)).ShouldNotBeNull();

        System.Text.Encoding.UTF8.GetString(document.Content).ShouldBe("%PDF content");
        (found.State, found.Pages, found.Bytes, found.FinishedAt).ShouldBe((RequestState.Completed, 3, 12L, time.GetUtcNow()));
        (document.Pages, document.Bytes, document.CreatedAt).ShouldBe((3, 12L, time.GetUtcNow()));
    }

    [Fact]
    public async Task Requests_with_equal_documents_share_one()
    {
        var first = await One.FinishAsync(await One.SubmitAsync(), "same");
        var second = await One.FinishAsync(await One.SubmitAsync(), "same");

        second.Sha256.ShouldBe(first.Sha256);
    }

    [Fact]
    public async Task A_finished_document_is_found_by_what_decided_it()
    {
        await One.FinishAsync(await One.SubmitAsync(), "not to be shared", fingerprint: null);
        var first = await One.FinishAsync(await One.SubmitAsync(), "shared", fingerprint: "f");
        var second = (await One.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();

        var twin = (await One.Ledger.TwinAsync("f", default)).ShouldNotBeNull();
        (await One.Ledger.CompleteAsync(second.Id, second.Attempts, twin, default)).ShouldBeTrue();

        twin.Id.ShouldBe(first.Id);
        (await One.FindAsync(second)).Sha256.ShouldBe(first.Sha256);
        (await One.Ledger.TwinAsync("g", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_request_keeps_its_reason_until_it_is_begun_again()
    {
        var taken = (await One.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        await One.Ledger.FailAsync(taken.Id, taken.Attempts, "The engine failed", "It crashed.", default);

        var failed = await One.FindAsync(taken);
        (failed.State, failed.ErrorTitle, failed.ErrorDetail).ShouldBe((RequestState.Failed, "The engine failed", "It crashed."));
        (await One.TakeAsync(taken)).ShouldBeNull();

        var restarted = (await One.Ledger.RestartAsync(taken.Id, default)).ShouldNotBeNull();
        (restarted.State, restarted.Attempts, restarted.ErrorTitle, restarted.FinishedAt).ShouldBe((RequestState.Queued, 0, null, null));
        One.Queue.Enqueued.Count(id => id == taken.Id).ShouldBe(2);
    }

    [Fact]
    public async Task A_released_request_can_be_taken_again_by_its_job()
    {
        var request = await One.SubmitAsync();
        var first = (await One.TakeAsync(request)).ShouldNotBeNull();

        (await One.Ledger.ReleaseAsync(request.Id, first.Attempts, default)).ShouldBeTrue();

        (await One.FindAsync(request)).State.ShouldBe(RequestState.Queued);
        (await One.TakeAsync(request)).ShouldNotBeNull().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_waiting_request_can_be_cancelled_and_is_then_not_taken()
    {
        var request = await One.SubmitAsync();

        (await One.Ledger.CancelAsync(request.Id, default))!.State.ShouldBe(RequestState.Cancelled);

        (await One.TakeAsync(request)).ShouldBeNull();
        (await One.FindAsync(request)).FinishedAt.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public async Task A_request_cancelled_in_work_takes_no_document()
    {
        var taken = (await One.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();

        await One.Ledger.CancelAsync(taken.Id, default);

        (await One.Ledger.CompleteAsync(taken.Id, taken.Attempts, LedgerProcess.Rendered("late"), null, default)).ShouldBeFalse();
        (await One.FindAsync(taken)).State.ShouldBe(RequestState.Cancelled);
    }

    [Fact]
    public async Task Cancelling_what_is_final_or_unknown_changes_nothing()
    {
        var request = await One.FinishAsync(await One.SubmitAsync());

        (await One.Ledger.CancelAsync(request.Id, default))!.State.ShouldBe(RequestState.Completed);
        (await One.Ledger.CancelAsync(Guid.Empty, default)).ShouldBeNull();
        (await One.Ledger.RestartAsync(request.Id, default))!.State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task Two_processes_that_find_the_same_lost_requests_enqueue_each_once()
    {
        var two = await StartAsync();
        foreach (var _ in Enumerable.Range(0, 5))
            await One.SubmitAsync();
        var lost = await One.Ledger.UnfinishedAsync(TimeSpan.Zero, default);

        var requeued = await Task.WhenAll(Task.Run(() => One.Ledger.RequeueAsync(lost, default)), Task.Run(() => two.Ledger.RequeueAsync(lost, default)));

        requeued.Sum().ShouldBe(5);
        (One.Queue.Enqueued.Count + two.Queue.Enqueued.Count).ShouldBe(10);
    }

    [Fact]
    public async Task What_is_unfinished_is_found_except_where_something_just_happened()
    {
        var old = await One.SubmitAsync();
        await One.FinishAsync(await One.SubmitAsync());
        time.Advance(TimeSpan.FromMinutes(1));
        var young = await One.SubmitAsync();

        (await One.Ledger.UnfinishedAsync(TimeSpan.FromSeconds(15), default)).Select(request => request.Id).ShouldBe([old.Id]);
        (await One.Ledger.UnfinishedAsync(TimeSpan.Zero, default)).Select(request => request.Id).ShouldBe([old.Id, young.Id]);
    }
}
