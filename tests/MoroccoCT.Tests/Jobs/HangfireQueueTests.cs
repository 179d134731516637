using MoroccoCT.Jobs;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Jobs;

public sealed class HangfireQueueTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("queue-");

    private string Database => $"Data Source={folder.FullName}/ledger.db";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_job_is_live_for_its_own_request_alone_and_as_long_as_it_is_to_be_run()
    {
        var mayEnd = new TaskCompletionSource();
        await using var host = await JobsHost.StartAsync(
            Database, new StubRenderer { Happens = (_, cancellationToken) => mayEnd.Task.WaitAsync(cancellationToken) });
        var queue = host.Get<HangfireQueue>();
        var request = await host.SubmitAsync();
        var running = await host.Ledger.Watch.FollowAsync(request.Id, default).FirstAsync(now => now.State == RequestState.Rendering);

        queue.IsLive(running.JobId!, request.Id).ShouldBeTrue();
        queue.IsLive(running.JobId!, Guid.CreateVersion7(DateTimeOffset.UnixEpoch)).ShouldBeFalse();
        queue.IsLive("no such job", request.Id).ShouldBeFalse();

        mayEnd.SetResult();
        await host.EndAsync(request);
        await host.StopAsync();
        queue.IsLive(running.JobId!, request.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_runs_of_a_service_give_no_job_id_twice()
    {
        var ids = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var host = await JobsHost.StartAsync(Database);
            for (var i = 0; i < 3; i++)
                ids.Add((await host.EndAsync(await host.SubmitAsync($"run {run}, number {i}"))).JobId!);
        }

        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Requests_that_were_begun_before_are_served_first()
    {
        var order = new List<string?>();
        var mayEnd = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var renderer = new StubRenderer
        {
            Happens = async (request, cancellationToken) =>
            {
                if (request.Order.Title == "in the way")
                {
                    begun.SetResult();
                    await mayEnd.Task.WaitAsync(cancellationToken);
                }

                order.Add(request.Order.Title);
            },
        };
        await using var host = await JobsHost.StartAsync(Database, renderer, settings: ("Jobs:Workers", "1"));
        await host.SubmitAsync("in the way");
        await begun.Task;
        var queue = host.Get<HangfireQueue>();
        var first = await host.SubmitAsync("new");
        await host.Ledger.Watch.FollowAsync(first.Id, default).FirstAsync();
        var again = await host.SubmitAsync("again");
        queue.Enqueue(again.Id, HangfireQueue.Again);

        mayEnd.SetResult();
        await host.EndAsync(first);
        await host.EndAsync(again);

        order.ShouldBe(["in the way", "again", "new"]);
    }
}
