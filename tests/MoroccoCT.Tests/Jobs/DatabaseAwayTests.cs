using Microsoft.Extensions.Hosting;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Fixtures;

namespace MoroccoCT.Tests.Jobs;

/// <summary>A database server that fails and comes back ends no process and loses no request.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private readonly PostgresServer postgres = new();

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [Fact]
    public async Task What_waited_or_was_in_work_when_the_database_went_away_is_completed_when_it_is_back()
    {
        var begun = new TaskCompletionSource();
        var isAway = new TaskCompletionSource();
        var renderer = new StubRenderer
        {
            Happens = (_, cancellationToken) =>
            {
                begun.TrySetResult();
                return isAway.Task.WaitAsync(cancellationToken);
            },
        };
        var database = await postgres.CreateDatabaseAsync();
        await using var host = await JobsHost.StartAsync(database, renderer, settings: [("Jobs:RetryDelays:0", "00:00:01"), ("Jobs:Workers", "1")]);
        var inWork = await host.SubmitAsync("in work");
        var waiting = await host.SubmitAsync("waiting");
        await begun.Task;

        await postgres.StopAsync();
        await Should.ThrowAsync<Exception>(() => host.SubmitAsync("nobody takes it"));
        isAway.SetResult();
        await postgres.StartAsync();

        (await host.EndAsync(inWork)).State.ShouldBe(RequestState.Completed);
        (await host.EndAsync(waiting)).State.ShouldBe(RequestState.Completed);
        (await host.EndAsync(await host.SubmitAsync("later"))).State.ShouldBe(RequestState.Completed);
        host.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }
}
