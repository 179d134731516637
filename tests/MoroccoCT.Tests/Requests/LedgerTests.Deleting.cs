using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    private RequestRemoval Removal => One.Get<RequestRemoval>();

    private Tombstones Stones => One.Get<Tombstones>();

    [Fact]
    public async Task A_deleted_request_is_gone_with_its_document_and_leaves_an_entry_and_its_number()
    {
        var done = await One.Ledger.FinishAsync(await One.SubmitAsync(), fingerprint: "0123456789abcdef");

        (await Removal.DeleteAsync(done.Id, amina, default)).ShouldBeTrue();

        (await One.Ledger.ListAsync()).ShouldBeEmpty();
        (await One.Ledger.Queries.DocumentAsync(done.Sha256!, default)).ShouldBeNull();
        var entry = (await One.AuditAsync())[^1];
        (entry.What, entry.Subject, entry.Who, entry.Address).ShouldBe(("deleted", done.Number, "Amina", "192.0.2.7"));
        entry.Details.ShouldBe($$"""{"desk":"main","fingerprint":"0123456789abcdef","markingLevel":"0","sha256":"{{done.Sha256}}"}""");
        (await One.SubmitAsync()).Number.ShouldBe("MCT-2026-0002", "no number is given twice");
        (await Removal.DeleteAsync(done.Id, amina, default)).ShouldBeFalse("it is gone already");
    }

    [Fact]
    public async Task A_document_that_another_request_has_stays_until_the_last_of_them_goes()
    {
        var one = await One.Ledger.FinishAsync(await One.SubmitAsync());
        var other = await One.Ledger.FinishAsync(await One.SubmitAsync());
        other.Sha256.ShouldBe(one.Sha256);

        (await Removal.DeleteAsync(one.Id, amina, default)).ShouldBeTrue();
        (await One.Ledger.Queries.DocumentAsync(other.Sha256!, default)).ShouldNotBeNull();
        (await Removal.DeleteAsync(other.Id, amina, default)).ShouldBeTrue();
        (await One.CountAsync("SELECT COUNT(*) FROM documents")).ShouldBe(0);
    }

    [Fact]
    public async Task What_failed_or_was_cancelled_can_be_deleted_and_what_is_in_work_or_an_edition_cannot()
    {
        var failed = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        await One.Ledger.FailAsync(failed);
        var cancelled = await One.SubmitAsync();
        await One.Ledger.Transitions.CancelAsync(cancelled.Id, amina, default);
        var waiting = await One.SubmitAsync();
        var rendering = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        var edition = await One.Ledger.FinishAsync(await One.Ledger.SubmitAsync(
            LedgerProcess.Order, new(Actor.Schedule, "e", new("weekly", "MCT-W-2026-47", new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15))))));
        var before = (await One.AuditAsync()).Count;

        foreach (var stays in new[] { waiting, rendering, edition })
            (await Removal.DeleteAsync(stays.Id, amina, default)).ShouldBeFalse(stays.Number);
        (await One.AuditAsync()).Count.ShouldBe(before);
        foreach (var goes in new[] { failed, cancelled })
            (await Removal.DeleteAsync(goes.Id, amina, default)).ShouldBeTrue(goes.Number);

        (await One.Ledger.ListAsync()).Select(request => request.Number).ShouldBe([edition.Number, rendering.Number, waiting.Number]);
    }

    [Fact]
    public async Task What_cannot_be_entered_is_not_deleted()
    {
        var done = await One.Ledger.FinishAsync(await One.SubmitAsync());
        await One.ExecuteAsync("DROP TABLE audit");

        await Should.ThrowAsync<System.Data.Common.DbException>(() => Removal.DeleteAsync(done.Id, amina, default));

        (await One.Ledger.FindAsync(done)).State.ShouldBe(RequestState.Completed);
        (await One.Ledger.Queries.DocumentAsync(done.Sha256!, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_who_delete_and_one_who_begins_again_each_request_has_one_fate()
    {
        var other = await StartAsync();
        var requests = new List<BriefingRequest>();
        for (var i = 0; i < 10; i++)
        {
            requests.Add(await One.SubmitAsync());
            await One.Ledger.Transitions.CancelAsync(requests[^1].Id, amina, default);
        }

        var deleted = await Task.WhenAll(requests.Select(request => Task.Run(async () =>
        {
            var tries = await Task.WhenAll(
                Removal.DeleteAsync(request.Id, amina, default), other.Get<RequestRemoval>().DeleteAsync(request.Id, amina, default),
                other.Ledger.Transitions.RetryAsync(request.Id, amina, default).ContinueWith(_ => false, TaskScheduler.Default));
            return tries.Count(isDone => isDone);
        })));

        var left = (await One.Ledger.ListAsync()).Select(request => request.Id).ToHashSet();
        deleted.ShouldAllBe(count => count <= 1);
        requests.Zip(deleted).ShouldAllBe(fate => left.Contains(fate.First.Id) == (fate.Second == 0));
        var entries = await One.AuditAsync();
        entries.Count(entry => entry.What == "deleted").ShouldBe(deleted.Sum());
        entries.Where(entry => entry.What is "deleted" or "retried").Select(entry => entry.Subject).ShouldBeUnique("what waits again is not deleted");
    }

    [Fact]
    public async Task Deleting_one_and_completing_another_with_the_same_document_leaves_no_request_without_it()
    {
        var other = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            var old = await One.Ledger.FinishAsync(await One.SubmitAsync());
            var taken = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();

            await Task.WhenAll(
                Task.Run(() => Removal.DeleteAsync(old.Id, amina, default)),
                Task.Run(() => other.Ledger.CompleteAsync(taken, TestLedger.Finished("%PDF"))));

            (await One.Ledger.Queries.FindAsync(old.Id, Viewer.Everything, default)).ShouldBeNull();
            var completed = await One.Ledger.FindAsync(taken);
            completed.State.ShouldBe(RequestState.Completed);
            (await One.Ledger.Queries.DocumentAsync(completed.Sha256!, default)).ShouldNotBeNull();
            (await Removal.DeleteAsync(completed.Id, amina, default)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_tombstone_is_found_by_document_number_and_fingerprint_and_by_nobody_who_could_not_see_the_request()
    {
        var desk = new Viewer("main", Clearance: 4);
        var submitted = await One.Ledger.SubmitAsync(LedgerProcess.Order with { Marking = "TLP:AMBER" }, new(amina, Viewer: desk));
        var done = await One.Ledger.FinishAsync(submitted, fingerprint: "0123456789abcdef");
        (await Stones.FindByDocumentAsync(done.Sha256!, Viewer.Everything, default)).ShouldBeNull("it is there");
        await Removal.DeleteAsync(done.Id, amina, default);

        foreach (var (viewer, sees) in new[] { (Viewer.Everything, true), (desk, true), (new("main", 1), false), (new("legal", 4), false) })
        {
            (await Stones.FindByDocumentAsync(done.Sha256!, viewer, default) is not null).ShouldBe(sees);
            (await Stones.FindIssuedAsync(done.Number, "another", viewer, default) is not null).ShouldBe(sees);
            (await Stones.FindIssuedAsync(null, "0123456789abcdef", viewer, default) is not null).ShouldBe(sees);
        }

        (await Stones.FindByDocumentAsync(done.Sha256![..8], Viewer.Everything, default)).ShouldBeNull("a part is another hash");
        (await Stones.FindIssuedAsync("MCT-2026-9999", "0123456789abcdef", Viewer.Everything, default)).ShouldBeNull("a number counts before a fingerprint");
    }
}
