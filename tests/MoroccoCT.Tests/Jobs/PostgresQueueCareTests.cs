using MoroccoCT.Requests;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Jobs;

/// <summary>What a worker that was killed still seems to hold in PostgreSQL does not keep others from its work.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresQueueCareTests(PostgresServer postgres)
{
    [Theory]
    [InlineData("now() - interval '1 hour'")]
    [InlineData("now() + interval '1 day'")]
    public async Task A_job_whose_worker_is_gone_comes_back_before_newer_ones(string fetched)
    {
        var database = await postgres.CreateDatabaseAsync();
        var begun = new List<string?>();
        var isHeld = new TaskCompletionSource();
        var isTakenUp = new TaskCompletionSource();
        var mayGoOn = new TaskCompletionSource();
        var renderer = new StubRenderer
        {
            Happens = async (request, cancellationToken) =>
            {
                lock (begun)
                    begun.Add(request.Order.Title);
                if (request is { Order.Title: "lost", Attempts: 1 })
                {
                    // Gone: it hears nothing, and takes nothing else up as long as its job is not another's.
                    isHeld.SetResult();
                    await isTakenUp.Task;
                }
                else if (request.Order.Title == "lost")
                {
                    isTakenUp.SetResult();
                }
                else if (request.Order.Title == "in the way")
                {
                    await mayGoOn.Task.WaitAsync(cancellationToken);
                }
            },
        };
        await using var host = await JobsHost.StartAsync(database, renderer, settings: ("Jobs:Workers", "2"));
        await using var other = await LedgerProcess.StartAsync(database);
        var lost = await host.SubmitAsync("lost");
        await isHeld.Task;
        var blocker = await host.SubmitAsync("in the way");
        var newer = new List<BriefingRequest>();
        for (var i = 0; i < 5; i++)
            newer.Add(await host.SubmitAsync($"newer {i}"));

        // Both workers have a job, so that the next one that is free chooses.
        await UntilAsync(other, "SELECT count(*) FROM hangfire.jobqueue WHERE fetchedat IS NOT NULL", 2);

        // As it looks when the process was killed long ago, or when the clock is right again.
        await other.ExecuteAsync($"UPDATE hangfire.jobqueue SET fetchedat = {fetched} WHERE fetchedat = (SELECT min(fetchedat) FROM hangfire.jobqueue)");
        await UntilAsync(other, "SELECT count(*) FROM hangfire.jobqueue WHERE fetchedat IS NOT NULL", 1);
        mayGoOn.SetResult();

        (await host.EndAsync(lost)).State.ShouldBe(RequestState.Completed);
        await host.EndAsync(blocker);
        foreach (var request in newer)
            (await host.EndAsync(request)).State.ShouldBe(RequestState.Completed);
        begun.IndexOf("lost", 1).ShouldBeLessThan(begun.FindIndex(title => title!.StartsWith("newer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_lock_of_a_process_that_is_gone_holds_nothing_up()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var host = await JobsHost.StartAsync(database);
        await using var other = await LedgerProcess.StartAsync(database);
        for (var job = 1; job <= 3; job++)
            await other.ExecuteAsync(
                $"INSERT INTO hangfire.lock (resource, updatecount, acquired) VALUES ('hangfire:job:{job}:state-lock', 1, now() - interval '31 s')");

        (await host.EndAsync(await host.SubmitAsync())).State.ShouldBe(RequestState.Completed);
        await UntilAsync(other, "SELECT count(*) FROM hangfire.lock WHERE acquired < now() - interval '30 s'", 0);
    }

    private static async Task UntilAsync(LedgerProcess process, string count, int expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await process.CountAsync(count) != expected)
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
    }
}
