using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Jobs;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Jobs;

public sealed class RenderRequestJobTests : IDisposable
{
    private static readonly (string, string)[] atOnce = [("Jobs:RetryDelays:0", "00:00:00")];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-");

    private static EngineFailedException Death => new(EngineFault.Crashed, "The engine ended.") { IsDocumentSuspect = true };

    private string Database => $"Data Source={folder.FullName}/ledger.db";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_request_becomes_a_document()
    {
        await using var host = await JobsHost.StartAsync(Database);

        var request = await host.EndAsync(await host.SubmitAsync("one"));

        request.State.ShouldBe(RequestState.Completed);
        request.Attempts.ShouldBe(1);
        (await host.Ledger.Queries.DocumentAsync(request.Sha256!, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_engine_fault_is_tried_again_after_a_pause()
    {
        var time = new FakeTimeProvider(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var moments = new List<DateTimeOffset>();
        var renderer = new StubRenderer
        {
            Happens = (_, _) =>
            {
                moments.Add(time.GetUtcNow());
                return moments.Count == 1 ? throw new EngineFailedException(EngineFault.Crashed, "The engine crashed.") : Task.CompletedTask;
            },
        };
        await using var host = await JobsHost.StartAsync(Database, renderer, time, ("Jobs:RetryDelays:0", "00:01:00"));

        var submitted = await host.SubmitAsync();
        var following = host.Ledger.Watch.FollowAsync(submitted.Id, default).Select(now => (now.State, now.Attempts)).ToListAsync().AsTask();
        await TestEngines.Until(() =>
        {
            // A minute passes in seconds; the work that it sets off runs on threads of its own.
            time.Advance(TimeSpan.FromSeconds(1));
            return following.IsCompleted;
        });

        var states = await following;
        states.ShouldContain((RequestState.Queued, 1), "between two attempts it waits");
        states[^1].ShouldBe((RequestState.Completed, 2));
        (moments[1] - moments[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    public static TheoryData<Exception> Outside => new(
        new EngineFailedException(EngineFault.Killed, "killed"),
        new EngineFailedException(EngineFault.Crashed, "crashed, as an engine in use for long may do"),
        new EngineFailedException(EngineFault.Unavailable, "not installed"),
        new EngineBusyException("busy", TimeSpan.FromSeconds(1)),
        new InsufficientMemoryException(),
        new IOException("the disk"),
        new Microsoft.Data.Sqlite.SqliteException("the database", 1));

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task What_is_not_the_orders_fault_is_tried_again_and_again(Exception fault)
    {
        var renderings = 0;
        var renderer = new StubRenderer { Happens = (_, _) => ++renderings <= 12 ? throw fault : Task.CompletedTask };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: atOnce);

        var request = await host.EndAsync(await host.SubmitAsync());

        (request.State, request.Attempts, request.Setbacks).ShouldBe((RequestState.Completed, 13, 12));
    }

    [Fact]
    public void With_the_pauses_that_are_set_it_is_tried_for_more_than_a_day()
    {
        var options = new JobsOptions();

        var pauses = Enumerable.Range(1, options.MaxSetbacks - 1).Select(options.PauseAfter).ToList();

        pauses[..4].ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)]);
        pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause).ShouldBeGreaterThan(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task A_request_is_given_up_at_its_last_setback_and_not_before()
    {
        var renderer = new StubRenderer { Happens = (_, _) => throw new EngineFailedException(EngineFault.Unavailable, "No engine.") };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: [.. atOnce, ("Jobs:MaxSetbacks", "4")]);

        var request = await host.EndAsync(await host.SubmitAsync());

        (request.State, request.Attempts, request.ErrorTitle).ShouldBe((RequestState.Failed, 4, "The typesetting engine failed"));
        request.ErrorDetail.ShouldBe("No engine. It was tried 4 times.");
    }

    [Fact]
    public async Task A_document_that_ends_fresh_engines_one_after_the_other_is_given_up()
    {
        var renderer = new StubRenderer { Happens = (_, _) => throw Death };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: atOnce);

        var request = await host.EndAsync(await host.SubmitAsync());

        (request.State, request.Attempts).ShouldBe((RequestState.Failed, 3));
        request.ErrorDetail.ShouldBe("The engine ended. 3 fresh engines in a row ended over this document.");
    }

    [Fact]
    public async Task A_document_that_meets_other_trouble_in_between_is_not()
    {
        var renderings = 0;
        var renderer = new StubRenderer
        {
            Happens = (_, _) => ++renderings switch
            {
                3 => throw new EngineFailedException(EngineFault.Killed, "killed"),
                <= 5 => throw Death,
                _ => Task.CompletedTask,
            },
        };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: atOnce);

        (await host.EndAsync(await host.SubmitAsync())).State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task An_unforeseen_fault_shows_nothing_of_our_insides()
    {
        var renderer = new StubRenderer { Happens = (_, _) => throw new InvalidOperationException("Sequence contains no elements") };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: [.. atOnce, ("Jobs:MaxSetbacks", "2")]);

        var request = await host.EndAsync(await host.SubmitAsync());

        (request.State, request.ErrorTitle).ShouldBe((RequestState.Failed, "Something went wrong in the service"));
        request.ErrorDetail!.ShouldNotContain("Sequence");
    }

    [Fact]
    public async Task A_failed_request_is_made_when_somebody_retries_it()
    {
        var isBroken = true;
        var renderer = new StubRenderer { Happens = (_, _) => isBroken ? throw new DocumentRefusedException("Page 2 is blank.") : Task.CompletedTask };
        await using var host = await JobsHost.StartAsync(Database, renderer);
        var failed = await host.EndAsync(await host.SubmitAsync());

        isBroken = false;
        await host.Ledger.Transitions.RetryAsync(failed.Id, Actor.CommandLine, default);

        (await host.EndAsync(failed)).State.ShouldBe(RequestState.Completed);
    }

    public static TheoryData<Exception, string> Final => new()
    {
        { new OrderRejectedException([new("topics", OrderFault.Unknown, "x", "a")]), "Unknown topic 'x'. Valid: a." },
        { new LayoutRejectedException([]), "The layout was rejected without a reason." },
        { new LayoutRejectedException([new(DiagnosticSeverity.Error, "missing alt text") { File = "timeline.typ", Line = 55 }]),
            "timeline.typ:55: missing alt text" },
        { new LayoutRejectedException([Wrong("timeline.typ", 55), Wrong("title.typ", 7)]), "timeline.typ:55: wrong\ntitle.typ:7: wrong" },
        { new DocumentRefusedException("Page 2 is blank."), "Page 2 is blank." },
    };

    private static TypesettingDiagnostic Wrong(string file, int line) => new(DiagnosticSeverity.Error, "wrong") { File = file, Line = line };

    [Theory]
    [MemberData(nameof(Final))]
    public async Task What_would_fail_again_is_not_tried_again(Exception fault, string detail)
    {
        var renderer = new StubRenderer { Happens = (_, _) => throw fault };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: atOnce);

        var request = await host.EndAsync(await host.SubmitAsync());

        (request.State, request.Attempts, request.ErrorDetail).ShouldBe((RequestState.Failed, 1, detail));
        renderer.Renderings.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_a_request_stops_the_work_on_it()
    {
        var begun = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        var renderer = new StubRenderer
        {
            Happens = async (_, cancellationToken) =>
            {
                begun.SetResult();
                await using var noticed = cancellationToken.Register(stopped.SetResult);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
        };
        await using var host = await JobsHost.StartAsync(Database, renderer);
        var request = await host.SubmitAsync();
        await begun.Task;

        await host.Ledger.Transitions.CancelAsync(request.Id, Actor.CommandLine, default);

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var cancelled = await host.EndAsync(request);
        (cancelled.State, cancelled.Attempts).ShouldBe((RequestState.Cancelled, 1));
    }

    [Fact]
    public async Task Equal_orders_of_a_day_share_one_document_and_numbered_ones_do_not()
    {
        await using var host = await JobsHost.StartAsync(Database);

        var first = await host.EndAsync(await host.SubmitAsync("same"));
        var second = await host.EndAsync(await host.SubmitAsync("same"));
        var numbered = await host.EndAsync(await host.SubmitAsync("same", numbered: true));

        second.Sha256.ShouldBe(first.Sha256);
        second.Pages.ShouldBe(first.Pages);
        numbered.Sha256.ShouldNotBe(first.Sha256);
        host.Renderer.Renderings.ShouldBe(2);
    }

    [Fact]
    public async Task Without_hangfire_one_attempt_is_made_at_once()
    {
        await using var host = await JobsHost.StartAsync(Database);
        await using var command = await LedgerProcess.StartAsync(Database);
        var request = await command.SubmitAsync();

        await host.Get<RenderRequestJob>().RunNowAsync(request.Id, default);

        (await host.EndAsync(request)).State.ShouldBe(RequestState.Completed);
    }

    [Theory]
    [InlineData("Jobs:Workers", "0")]
    [InlineData("Jobs:MaxSetbacks", "0")]
    [InlineData("Jobs:MaxEngineDeaths", "0")]
    [InlineData("Jobs:RetryDelays:0", "-00:00:01")]
    [InlineData("Jobs:DrainTimeout", "1.00:00:00")]
    public void A_setting_out_of_range_is_named(string setting, string value)
    {
        var process = LedgerProcess.Create(new() { [setting] = value }, more: (services, configuration) => services.AddJobs(configuration));

        Should.Throw<OptionsValidationException>(() => process.Get<IOptions<JobsOptions>>().Value)
            .Message.ShouldContain(setting.Split(':')[1]);
    }
}
