namespace MoroccoCT.Storage;

/// <summary>Makes the ledger ready before anything else of the service starts.</summary>
internal sealed class LedgerStart(LedgerDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.PrepareInTimeAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
