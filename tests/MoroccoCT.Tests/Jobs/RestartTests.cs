using Microsoft.Extensions.Time.Testing;
using MoroccoCT.Jobs;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Jobs;

/// <summary>Nothing is lost and nothing is made twice when the service stops, dies or forgets its jobs.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RestartTests(PostgresServer postgres) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-");

    private string Database => $"Data Source={folder.FullName}/ledger.db";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_a_dead_service_left_waiting_or_in_work_is_completed_by_the_next_once_each()
    {
        await using (var killed = await LedgerProcess.StartAsync(Database))
        {
            for (var i = 0; i < 6; i++)
            {
                var request = await killed.SubmitAsync(LedgerProcess.Order with { Title = $"number {i}" });
                if (i % 2 == 0)
                    await killed.Ledger.TakeAsync(request);
            }
        }

        await using var host = await JobsHost.StartAsync(Database);

        foreach (var request in (await host.Ledger.ListAsync()))
            (await host.EndAsync(request)).State.ShouldBe(RequestState.Completed);
        host.Renderer.Renderings.ShouldBe(6);
    }

    [Fact]
    public async Task A_request_in_work_may_be_finished_before_the_service_stops()
    {
        var work = new Work();
        await using var host = await JobsHost.StartAsync(Database, work.Renderer);
        var request = await host.SubmitAsync();
        await work.Begun.Task;

        var stopping = host.StopAsync();
        work.MayEnd.SetResult();
        await stopping;

        (await RowAsync(request)).State.ShouldBe(RequestState.Completed);
    }

    [Fact]
    public async Task A_request_not_finished_in_time_goes_back_into_the_queue_and_is_completed_after_the_restart()
    {
        var work = new Work();
        BriefingRequest request;
        await using (var host = await JobsHost.StartAsync(Database, work.Renderer, settings: ("Jobs:DrainTimeout", "00:00:00")))
        {
            request = await host.SubmitAsync();
            await work.Begun.Task;
        }

        (await RowAsync(request)).State.ShouldBe(RequestState.Queued);
        await using var next = await JobsHost.StartAsync(Database);
        var completed = await next.EndAsync(request);
        (completed.State, completed.Attempts).ShouldBe((RequestState.Completed, 2));
    }

    [Fact]
    public async Task A_row_without_a_job_gets_one_after_a_while_and_one_with_a_live_job_is_left_alone()
    {
        var time = new FakeTimeProvider(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var work = new Work();
        await using var host = await JobsHost.StartAsync(Database, work.Renderer, time);
        var live = await host.SubmitAsync("live");
        await work.Begun.Task;
        await using var other = await LedgerProcess.StartAsync(Database, time);
        var orphan = await other.SubmitAsync();
        await other.HandOutAsync();
        var reconciling = host.Get<Reconciling>();

        await reconciling.RunAsync(default);
        time.Advance(TimeSpan.FromSeconds(14));
        await reconciling.RunAsync(default);
        (await RowAsync(orphan)).Revision.ShouldBe(orphan.Revision, "it is too young");
        time.Advance(TimeSpan.FromSeconds(1));
        await reconciling.RunAsync(default);
        work.MayEnd.SetResult();

        (await host.EndAsync(orphan)).State.ShouldBe(RequestState.Completed);
        var undisturbed = await host.EndAsync(live);
        (undisturbed.State, undisturbed.Attempts).ShouldBe((RequestState.Completed, 1));
    }

    [Fact]
    public async Task Workers_on_one_postgresql_share_the_work_and_each_request_is_made_once()
    {
        var database = await postgres.CreateDatabaseAsync();
        var renderer = new StubRenderer();
        await using var one = await JobsHost.StartAsync(database, renderer);
        await using var two = await JobsHost.StartAsync(database, renderer);

        var requests = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : two).SubmitAsync($"number {i}")));

        var ended = await Task.WhenAll(requests.Select(one.EndAsync));
        ended.ShouldAllBe(request => request.State == RequestState.Completed && request.Attempts == 1);
        renderer.Renderings.ShouldBe(20);
    }

    private async Task<BriefingRequest> RowAsync(BriefingRequest request)
    {
        await using var reader = await LedgerProcess.StartAsync(Database);
        return await reader.Ledger.FindAsync(request);
    }

    /// <summary>A rendering that has begun and waits for leave to end.</summary>
    private sealed class Work
    {
        public Work() => Renderer = new()
        {
            Happens = async (_, cancellationToken) =>
            {
                Begun.TrySetResult();
                await MayEnd.Task.WaitAsync(cancellationToken);
            },
        };

        public StubRenderer Renderer { get; }

        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource MayEnd { get; } = new();
    }
}
