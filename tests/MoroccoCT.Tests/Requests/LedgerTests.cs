using Microsoft.Extensions.Time.Testing;

namespace MoroccoCT.Tests.Requests;

/// <summary>What the ledger promises, tested on each database it runs on by the classes below.</summary>
public abstract partial class LedgerTests : IAsyncLifetime
{
    private readonly List<LedgerProcess> processes = [];
    private readonly FakeTimeProvider time = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private string connectionString = "";

    private LedgerProcess One => processes[0];

    protected abstract Task<string> NewDatabaseAsync();

    public async Task InitializeAsync()
    {
        connectionString = await NewDatabaseAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
    }

    private async Task<LedgerProcess> StartAsync(int maxUnfinished = 1000)
    {
        processes.Add(await LedgerProcess.StartAsync(connectionString, time, maxUnfinished));
        return processes[^1];
    }
}
