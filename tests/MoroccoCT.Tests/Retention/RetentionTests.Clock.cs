using MoroccoCT.Storage;

namespace MoroccoCT.Tests.Retention;

public abstract partial class RetentionTests
{
    private static readonly TimeSpan tenYears = TimeSpan.FromDays(3652);

    [Fact]
    public async Task A_clock_that_leaps_ahead_and_back_removes_nothing_also_in_a_process_that_starts_meanwhile()
    {
        var done = await FinishedAsync();

        time.Jump(tenYears);
        await TurnAsync(One);
        var started = await StartAsync();
        for (var turn = 0; turn < 12 * 24; turn++)
        {
            time.Advance(TimeSpan.FromMinutes(5));
            await TurnAsync(started);
        }

        (await LeftAsync()).ShouldBe([done.Number]);
        (await One.Get<LivedTime>().BehindAsync(default)).ShouldBeGreaterThan(TimeSpan.FromDays(3650), "health warns of it");

        time.Jump(-tenYears);
        await TurnAsync(started);
        (await LeftAsync()).ShouldBe([done.Number]);
        (await One.Get<LivedTime>().BehindAsync(default)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task What_ended_while_the_clock_was_far_behind_is_kept_for_its_time_from_then_on()
    {
        time.Jump(-tenYears);
        var done = await FinishedAsync();
        done.FinishedAt!.Value.Year.ShouldBe(2016);
        time.Jump(tenYears);

        await LiveAsync(days: 729);
        (await LeftAsync()).ShouldBe([done.Number]);

        await LiveAsync(days: 2);
        (await LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ended_while_the_clock_was_ahead_is_kept_for_no_less_than_its_time()
    {
        time.Jump(TimeSpan.FromDays(300));
        var done = await FinishedAsync();
        time.Jump(TimeSpan.FromDays(-300));

        await LiveAsync(days: 731);
        (await LeftAsync()).ShouldBe([done.Number]);

        await LiveAsync(days: 300);
        (await LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_long_rest_the_lived_time_catches_up_as_fast_as_the_service_lives()
    {
        var done = await FinishedAsync();
        time.Advance(TimeSpan.FromDays(740));
        var woken = await StartAsync();

        await TurnAsync(woken);
        (await LeftAsync()).ShouldBe([done.Number], "nobody can tell a rest from a clock that was set");

        time.Advance(TimeSpan.FromDays(740));
        await TurnAsync(woken);
        (await LeftAsync()).ShouldBeEmpty();
    }
}
