using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>What happens to an engine happens to its own document only.</summary>
public sealed class EngineFailureTests
{
    [Fact]
    public async Task A_killed_engine_fails_only_its_own_document_and_is_replaced()
    {
        await using var pool = Start(options => options.Engines = 2);
        var doomed = pool.TypesetAsync(EndlessJob, None);
        await Until(() => pool.ProcessIds.Any());
        var victim = pool.ProcessIds.Single();
        var other = pool.TypesetAsync(Job("#lorem(20000)"), None);

        Process.GetProcessById(victim).Kill();

        var failure = await FailureAsync(doomed);
        (failure.Fault, failure.IsDocumentSuspect).ShouldBe((EngineFault.Killed, false));
        (await other).Pages.ShouldBeGreaterThan(10);
        await Task.WhenAll(pool.TypesetAsync(Job("A"), None), pool.TypesetAsync(Job("B"), None));
        pool.ProcessIds.ShouldNotContain(victim);
        pool.Counters.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_is_suspect_only_when_a_fresh_engine_ends_over_it()
    {
        await using var pool = Start(options => options.Engines = 1);
        var deep = Job($"#({new string('-', 20_000)}1)");

        (await FailureAsync(pool.TypesetAsync(deep, None))).IsDocumentSuspect.ShouldBeTrue();
        await pool.TypesetAsync(Job("sound"), None);
        (await FailureAsync(pool.TypesetAsync(deep, None))).IsDocumentSuspect.ShouldBeFalse("the engine had set another before");
        await pool.TypesetAsync(Job("sound"), None);
        (await FailureAsync(pool.TypesetAsync(deep with { NeedsFreshEngine = true }, None))).IsDocumentSuspect.ShouldBeTrue();
        pool.ProcessIds.Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_document_that_is_never_ready_is_suspect_in_an_engine_of_its_own()
    {
        await using var pool = Start(options => (options.Engines, options.Deadline) = (1, TimeSpan.FromSeconds(1)));

        (await FailureAsync(pool.TypesetAsync(EndlessJob, None))).IsDocumentSuspect.ShouldBeFalse();
        (await FailureAsync(pool.TypesetAsync(EndlessJob with { NeedsFreshEngine = true }, None))).IsDocumentSuspect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_layout_that_overflows_the_stack_ends_its_engine_and_nothing_else()
    {
        await using var pool = Start();

        (await FailureAsync(pool.TypesetAsync(Job($"#({new string('-', 20_000)}1)"), None))).Fault.ShouldBe(EngineFault.Crashed);

        (await pool.TypesetAsync(Job("Text."), None)).Pages.ShouldBe(1);
    }

    [Fact]
    public async Task A_layout_that_takes_all_memory_ends_at_the_limit_and_the_next_document_succeeds()
    {
        await using var pool = Start(options => options.MemoryLimitMiB = 512);

        var failure = await FailureAsync(pool.TypesetAsync(Job("#range(1000000000)"), None));

        failure.Fault.ShouldBe(EngineFault.OutOfMemory);
        failure.Message.ShouldContain("512 MiB");
        (await pool.TypesetAsync(Job("Text."), None)).Pages.ShouldBe(1);
    }

    [Fact]
    public async Task An_endless_layout_is_killed_at_the_deadline()
    {
        var time = new FakeTimeProvider();
        await using var pool = Start(time: time);
        var endless = pool.TypesetAsync(EndlessJob, None);
        await Until(() => pool.ProcessIds.Any());
        var engine = pool.ProcessIds.Single();

        time.Advance(TimeSpan.FromSeconds(121));

        var failure = await FailureAsync(endless);
        failure.Fault.ShouldBe(EngineFault.DeadlineExceeded);
        failure.Message.ShouldContain("120 seconds");
        IsRunning(engine).ShouldBeFalse();
        (await pool.TypesetAsync(Job("Text."), None)).Pages.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_document_is_killed_and_its_engine_replaced()
    {
        await using var pool = Start();
        using var client = new CancellationTokenSource();
        var endless = pool.TypesetAsync(EndlessJob, client.Token);
        await Until(() => pool.ProcessIds.Any());
        var engine = pool.ProcessIds.Single();

        await client.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => endless);
        IsRunning(engine).ShouldBeFalse();
        (await pool.TypesetAsync(Job("Text."), None)).Pages.ShouldBe(1);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("not-json")]
    [InlineData("flood")]
    [InlineData("another")]
    public async Task What_is_no_answer_to_the_request_is_never_taken_for_a_document(string behaviour)
    {
        await using var pool = StartFake();

        (await FailureAsync(pool.TypesetAsync(FakeJob(behaviour), None))).Fault.ShouldBe(EngineFault.Protocol);

        (await pool.TypesetAsync(FakeJob("answer"), None)).Content.ShouldBe("a document"u8.ToArray());
        pool.Counters.Started.ShouldBe(2);
    }

    [Fact]
    public async Task Half_a_document_is_no_document()
    {
        await using var pool = StartFake();

        (await FailureAsync(pool.TypesetAsync(FakeJob("half"), None))).Fault.ShouldBe(EngineFault.Crashed);
    }

    [Fact]
    public async Task The_last_words_of_an_engine_are_for_the_log_and_not_for_clients()
    {
        await using var pool = StartFake();

        var failure = await FailureAsync(pool.TypesetAsync(FakeJob("crash"), None));

        failure.Message.ShouldNotContain("last words");
        failure.InnerException!.Message.ShouldContain("status 137");
        failure.InnerException.Message.ShouldContain("last words");
    }

    [Fact]
    public async Task An_engine_that_writes_a_long_log_is_not_blocked_by_it()
    {
        await using var pool = StartFake();

        (await pool.TypesetAsync(FakeJob("chatter"), None)).Content.ShouldBe("a document"u8.ToArray());
    }

    [Fact]
    public async Task An_engine_that_died_while_idle_is_replaced_before_anybody_notices()
    {
        await using var pool = Start();
        await pool.TypesetAsync(Job("Text."), None);
        var engine = pool.ProcessIds.Single();
        Process.GetProcessById(engine).Kill();
        await Until(() => pool.Counters.Idle == 0);

        (await pool.TypesetAsync(Job("Text."), None)).Pages.ShouldBe(1);
    }

    [Fact]
    public async Task Closing_the_pool_stops_documents_in_the_making_and_leaves_no_process()
    {
        var pool = Start();
        var endless = pool.TypesetAsync(EndlessJob, None);
        await Until(() => pool.ProcessIds.Any());
        var engine = pool.ProcessIds.Single();

        await pool.DisposeAsync();

        (await FailureAsync(endless)).Fault.ShouldBe(EngineFault.Stopped);
        IsRunning(engine).ShouldBeFalse();
        await Should.ThrowAsync<ObjectDisposedException>(() => pool.TypesetAsync(Job("Text."), None));
    }

    [Fact]
    public async Task Closing_the_pool_ends_idle_engines()
    {
        var pool = Start();
        await pool.TypesetAsync(Job("Text."), None);
        var engine = pool.ProcessIds.Single();

        await pool.DisposeAsync();

        IsRunning(engine).ShouldBeFalse();
    }

    private static Task<EngineFailedException> FailureAsync(Task document) => Should.ThrowAsync<EngineFailedException>(() => document);
}
