using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Storage;

/// <summary>Reads from the ledger's database, and writes to it in transactions.</summary>
internal sealed class LedgerStore(IDbContextFactory<LedgerContext> contexts, IOptions<LedgerOptions> options) : IDisposable
{
    // SQLite has one writer at a time and lets the others try again and again; here they queue, without a thread each.
    private readonly SemaphoreSlim? oneWriter = options.Value.IsPostgres ? null : new(1, 1);

    public void Dispose() => oneWriter?.Dispose();

    public async Task<T> ReadAsync<T>(Func<LedgerContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var ledger = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(ledger);
    }

    /// <summary>Finds out whether something can be written, by writing something that nobody reads.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) => WriteAsync(
        ledger => ledger.Database.ExecuteSqlAsync(
            $"INSERT INTO counters (name, value) VALUES ('probe', 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1", cancellationToken),
        cancellationToken);

    /// <summary>
    /// Writes in one transaction, unless the write itself rolled it back. It is begun again after a fault that may pass, such as a lost
    /// connection.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<LedgerContext, Task<T>> write, CancellationToken cancellationToken)
    {
        if (oneWriter is not null)
            await oneWriter.WaitAsync(cancellationToken);
        try
        {
            RefuseGone();
            await using var ledger = await contexts.CreateDbContextAsync(cancellationToken);
            return await ledger.Database.CreateExecutionStrategy().ExecuteAsync(
                async cancel =>
                {
                    ledger.ChangeTracker.Clear();
                    await using var transaction = await ledger.Database.BeginTransactionAsync(cancel);
                    var result = await write(ledger);
                    if (ledger.Database.CurrentTransaction is not null)
                        await transaction.CommitAsync(cancel);
                    return result;
                },
                cancellationToken);
        }
        finally
        {
            oneWriter?.Release();
        }
    }

    /// <summary>SQLite would go on with a file that somebody has deleted, and all that is written would be lost with the process.</summary>
    private void RefuseGone()
    {
        if (oneWriter is not null && !File.Exists(options.Value.File))
            throw new LedgerGoneException(options.Value.Place);
    }
}
