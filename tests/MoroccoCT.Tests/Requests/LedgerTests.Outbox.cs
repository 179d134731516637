using System.Data.Common;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task What_is_submitted_is_handed_out_once_oldest_first()
    {
        var submitted = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            submitted.Add((await One.SubmitAsync()).Id);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        (await One.HandOutAsync()).ShouldBe(submitted);
        (await One.HandOutAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_nobody_would_be_told_of_is_not_written()
    {
        await One.ExecuteAsync("DROP TABLE outbox");

        await Should.ThrowAsync<DbException>(() => One.SubmitAsync());

        (await One.CountAsync("SELECT count(*) FROM requests")).ShouldBe(0);
        (await One.CountAsync("SELECT count(*) FROM counters")).ShouldBe(0, "its number is free again");
    }

    [Fact]
    public async Task A_setback_that_nobody_would_be_told_of_is_not_written()
    {
        var taken = (await One.Ledger.TakeAsync(await One.SubmitAsync())).ShouldNotBeNull();
        await One.ExecuteAsync("DROP TABLE outbox");

        await Should.ThrowAsync<DbException>(() => One.Ledger.ReleaseAsync(taken, Setback.Outside));

        (await One.CountAsync("SELECT count(*) FROM requests WHERE state = 'rendering'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_handed_out_stays()
    {
        var request = await One.SubmitAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            One.Get<Outbox>().HandOutAsync(RequestRows.JobWanted, (_, _) => throw new InvalidOperationException("The jobs are out of order."), default));

        (await One.HandOutAsync()).ShouldBe([request.Id]);
    }

    [Fact]
    public async Task Processes_that_hand_out_at_once_hand_out_each_request_once()
    {
        var two = await StartAsync();
        var submitted = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => One.SubmitAsync())));

        var given = await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(0, 4).Select(_ => Task.Run(process.HandOutAsync))));

        given.SelectMany(ids => ids).Order().ShouldBe(submitted.Select(request => request.Id).Order());
        (await two.HandOutAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_cancelled_before_it_was_handed_out_is_not()
    {
        var request = await One.SubmitAsync();

        await One.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default);

        (await One.HandOutAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_put_off_by_a_clock_that_was_a_day_ahead_is_handed_out_when_the_clock_is_right_again()
    {
        var request = await One.SubmitAsync();
        await One.HandOutAsync();
        time.Advance(TimeSpan.FromDays(1));
        await One.Ledger.ReleaseAsync((await One.Ledger.TakeAsync(request)).ShouldNotBeNull(), Setback.Outside, TimeSpan.FromSeconds(10));
        time.AdjustTime(time.GetUtcNow() - TimeSpan.FromDays(1));

        (await One.HandOutAsync()).ShouldBe([request.Id]);
    }
}
