using MoroccoCT.Audit;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task The_list_has_every_request_once_newest_first_while_new_ones_come_in()
    {
        var submitted = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            submitted.Add((await One.SubmitAsync()).Id);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var listed = new List<Guid>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await One.Ledger.Queries.ListAsync(cursor, 3, Viewer.Everything, ofPerson: null, default);
            listed.AddRange(page.Items.Select(request => request.Id));
            sizes.Add(page.Items.Count);
            cursor = page.NextCursor;
            await One.SubmitAsync();
        }
        while (cursor is not null);

        listed.ShouldBe(Enumerable.Reverse(submitted));
        sizes.ShouldBe([3, 3, 1]);
    }

    [Fact]
    public async Task What_is_unfinished_and_has_no_word_in_the_outbox_is_found_oldest_first()
    {
        var submitted = new List<BriefingRequest>();
        for (var i = 0; i < 4; i++)
            submitted.Add(await One.SubmitAsync());
        await One.HandOutAsync();
        await One.Ledger.TakeAsync(submitted[1]);
        await One.Ledger.Transitions.CancelAsync(submitted[2].Id, Actor.CommandLine, default);
        await One.SubmitAsync();

        var unfinished = await One.Ledger.Queries.UnfinishedAsync(default);

        unfinished.Select(request => request.Id).ShouldBe([submitted[0].Id, submitted[1].Id, submitted[3].Id]);
    }

    /// <summary>A look each second alone would take twice as long as there is patience.</summary>
    [Fact]
    public async Task Who_waits_in_the_same_process_sees_each_change_at_once()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var request = await One.SubmitAsync();
        await using var states = One.Ledger.Watch.FollowAsync(request.Id, patience.Token).GetAsyncEnumerator();
        await states.MoveNextAsync();
        for (var attempt = 1; attempt <= 30; attempt++)
        {
            var taken = (await One.Ledger.TakeAsync(request)).ShouldNotBeNull();
            await states.MoveNextAsync();
            (states.Current.State, states.Current.Attempts).ShouldBe((RequestState.Rendering, attempt));
            await One.Ledger.ReleaseAsync(taken);
            await states.MoveNextAsync();
            (states.Current.State, states.Current.Attempts).ShouldBe((RequestState.Queued, attempt));
        }
    }

    [Fact]
    public async Task What_is_submitted_in_one_millisecond_is_listed_newest_first_too()
    {
        var submitted = new List<Guid>();
        for (var i = 0; i < 7; i++)
            submitted.Add((await One.SubmitAsync()).Id);

        var page = await One.Ledger.Queries.ListAsync(null, 7, Viewer.Everything, ofPerson: null, default);
        page.Items.Select(request => request.Id).ShouldBe(Enumerable.Reverse(submitted));
    }

    [Fact]
    public async Task A_full_last_page_has_no_next()
    {
        await One.SubmitAsync();

        (await One.Ledger.Queries.ListAsync(null, 1, Viewer.Everything, ofPerson: null, default)).NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_cursor_from_elsewhere_is_refused()
    {
        var refused = await Should.ThrowAsync<InvalidCursorException>(
            () => One.Ledger.Queries.ListAsync("2", 10, Viewer.Everything, ofPerson: null, default));
        refused.Message.ShouldContain("newest");
    }

    [Fact]
    public async Task Who_watches_sees_each_state_and_then_the_end()
    {
        var request = await One.SubmitAsync();
        var seen = new List<(RequestState, int)>();

        await foreach (var now in One.Ledger.Watch.FollowAsync(request.Id, default))
        {
            seen.Add((now.State, now.Attempts));
            if (seen is [_])
                await One.Ledger.TakeAsync(request);
            if (seen is [_, _])
                await One.Ledger.ReleaseAsync(now);
            if (seen is [_, _, _])
                await One.Ledger.FinishAsync(request);
        }

        // Taken and completed without a pause between: a watcher may miss what was over before it looked.
        seen.ShouldBe([(RequestState.Queued, 0), (RequestState.Rendering, 1), (RequestState.Queued, 1), (RequestState.Completed, 2)]);
    }

    [Fact]
    public async Task Who_watches_also_sees_what_another_process_changes()
    {
        var other = await StartAsync();
        var request = await One.SubmitAsync();
        var last = request;

        await foreach (var now in One.Ledger.Watch.FollowAsync(request.Id, default))
        {
            last = now;
            if (now.State == RequestState.Queued)
                await other.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default);
        }

        last.State.ShouldBe(RequestState.Cancelled);
    }

    [Fact]
    public async Task Watching_ends_when_the_watcher_leaves_and_is_empty_for_an_unknown_request()
    {
        var request = await One.SubmitAsync();
        using var leaving = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in One.Ledger.Watch.FollowAsync(request.Id, leaving.Token))
                await leaving.CancelAsync();
        });

        (await One.Ledger.Watch.FollowAsync(Guid.Empty, default).ToListAsync()).ShouldBeEmpty();
    }
}
