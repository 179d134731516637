using MoroccoCT.Requests;
using MoroccoCT.Tests.Typesetting;

namespace MoroccoCT.Tests.Jobs;

public sealed class RequestHandoutTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handout-");
    private readonly TaskCompletionSource mayGoOn = new();
    private readonly List<string?> begun = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_request_that_was_begun_before_is_made_before_those_that_were_not()
    {
        await using var host = await StartAsync();
        await host.SubmitAsync("in the way");
        await TestEngines.Until(() => begun.Count == 1);
        var newer = await HandedOutAsync(host, await host.SubmitAsync("newer"));
        var interrupted = (await host.Ledger.TakeAsync(await host.SubmitAsync("interrupted"))).ShouldNotBeNull();

        await host.Ledger.ReleaseAsync(interrupted);
        await HandedOutAsync(host, interrupted);
        mayGoOn.SetResult();

        await host.EndAsync(interrupted);
        await host.EndAsync(newer);
        begun.ShouldBe(["in the way", "interrupted", "newer"]);
    }

    private Task<JobsHost> StartAsync()
    {
        var renderer = new StubRenderer
        {
            Happens = (request, cancellationToken) =>
            {
                begun.Add(request.Order.Title);
                return mayGoOn.Task.WaitAsync(cancellationToken);
            },
        };
        return JobsHost.StartAsync($"Data Source={folder.FullName}/ledger.db", renderer, settings: ("Jobs:Workers", "1"));
    }

    /// <summary>Waits until the request has its job.</summary>
    private static async Task<BriefingRequest> HandedOutAsync(JobsHost host, BriefingRequest request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await host.Ledger.FindAsync(request)).JobId is null or "job")
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        return request;
    }
}
