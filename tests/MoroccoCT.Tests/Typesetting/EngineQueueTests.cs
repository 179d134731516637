using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

public sealed class EngineQueueTests
{
    [Fact]
    public async Task A_full_queue_refuses_at_once_and_says_when_to_come_back()
    {
        await using var pool = StartFake(options => options.QueueLimit = 1);
        var running = pool.TypesetAsync(FakeJob("hang"), None);
        var waiting = pool.TypesetAsync(FakeJob("hang"), None);

        var busy = await Should.ThrowAsync<EngineBusyException>(() => pool.TypesetAsync(FakeJob("hang"), None));

        busy.RetryAfter.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        busy.Message.ShouldContain("1 documents wait");
        (await pool.CheckAsync(None)).Status.ShouldBe(EngineStatus.Busy);
        pool.Counters.Busy.ShouldBe(1);
        pool.Counters.Waiting.ShouldBe(1);
        await pool.DisposeAsync();
        await Should.ThrowAsync<EngineFailedException>(() => running);
        await Should.ThrowAsync<EngineFailedException>(() => waiting);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_frees_the_place()
    {
        await using var pool = StartFake(options => options.QueueLimit = 1);
        using var client = new CancellationTokenSource();
        using var impatient = new CancellationTokenSource();
        var running = pool.TypesetAsync(FakeJob("hang"), client.Token);
        var waiting = pool.TypesetAsync(FakeJob("hang"), impatient.Token);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        var next = pool.TypesetAsync(FakeJob("answer"), None);
        await client.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        (await next).Pages.ShouldBe(1);
        pool.Counters.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task What_gives_way_and_is_called_off_in_the_making_costs_no_engine()
    {
        await using var pool = Start();
        using var client = new CancellationTokenSource();
        var preview = pool.TypesetAsync(Job("#for a in range(1000000) { let b = a * a }") with { GivesWay = true }, client.Token);
        await Until(() => pool.Counters.Idle + pool.Counters.Busy > 0 && pool.Counters.Started == 1);

        await client.CancelAsync();
        await pool.TypesetAsync(Job("Text."), None);

        (await preview).Pages.ShouldBe(1);
        (pool.Counters.Started, pool.Counters.Failed).ShouldBe((1, 0));
    }

    [Fact]
    public async Task What_gives_way_leaves_the_line_when_it_is_called_off()
    {
        await using var pool = StartFake();
        using var client = new CancellationTokenSource();
        var running = pool.TypesetAsync(FakeJob("hang"), client.Token);
        using var impatient = new CancellationTokenSource();
        var preview = pool.TypesetAsync(FakeJob("answer") with { GivesWay = true }, impatient.Token);

        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => preview);
        pool.Counters.Waiting.ShouldBe(0);
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_deadline_that_passes_in_the_queue_means_busy()
    {
        var time = new FakeTimeProvider();
        TypesettingOptions settings = null!;
        await using var pool = StartFake(options => (settings = options).Deadline = TimeSpan.FromDays(1), time);
        var running = pool.TypesetAsync(FakeJob("hang"), None);
        // Shorter for the second, so that the first cannot make room for it at the same moment.
        settings.Deadline = TimeSpan.FromSeconds(60);
        var waiting = pool.TypesetAsync(FakeJob("hang"), None);

        time.Advance(TimeSpan.FromSeconds(60));

        (await Should.ThrowAsync<EngineBusyException>(() => waiting)).Message.ShouldContain("within 60 seconds");
        await pool.DisposeAsync();
        (await Should.ThrowAsync<EngineFailedException>(() => running)).Fault.ShouldBe(EngineFault.Stopped);
    }
}
