using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Requests;

/// <summary>Reads and writes the ledger's rows; what may become of a request is decided in <see cref="RequestLedger"/>.</summary>
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

    /// <summary>Writes in one transaction, unless the write itself rolled it back. It is begun again after a fault that may pass, such as a lost connection.</summary>
    public async Task<T> WriteAsync<T>(Func<LedgerContext, Task<T>> write, CancellationToken cancellationToken)
    {
        if (oneWriter is not null)
            await oneWriter.WaitAsync(cancellationToken);
        try
        {
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

    /// <summary>Draws the next number of a series. A row locked until the end of the transaction: no two get the same, and none is lost.</summary>
    public static async Task<long> NextNumberAsync(LedgerContext ledger, string series, CancellationToken cancellationToken)
    {
        var numbers = await ledger.Database.SqlQuery<long>(
            $"""
             INSERT INTO counters (name, value) VALUES ({series}, 1)
             ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
             RETURNING value AS "Value"
             """).ToListAsync(cancellationToken);
        return numbers[0];
    }

    public static Task<int> CountUnfinishedAsync(LedgerContext ledger, CancellationToken cancellationToken) => Unfinished(ledger).CountAsync(cancellationToken);

    public static IQueryable<BriefingRequest> Unfinished(LedgerContext ledger) =>
        ledger.Requests.Where(request => request.State == RequestState.Queued || request.State == RequestState.Rendering);

    public static Task KeepDocumentAsync(LedgerContext ledger, StoredDocument document, CancellationToken cancellationToken) => ledger.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO documents (sha256, content, pages, bytes, created_at)
         VALUES ({document.Sha256}, {document.Content}, {document.Pages}, {document.Bytes}, {document.CreatedAt.ToUnixTimeMilliseconds()})
         ON CONFLICT (sha256) DO NOTHING
         """,
        cancellationToken);

    /// <summary>Compare and set: the row becomes <paramref name="next"/> only if it still is as it was seen.</summary>
    public static async Task<bool> ReplaceAsync(LedgerContext ledger, BriefingRequest seen, BriefingRequest next, CancellationToken cancellationToken)
    {
        var replaced = await ledger.Requests
            .Where(row => row.Id == seen.Id && row.State == seen.State && row.Attempts == seen.Attempts && row.UpdatedAt == seen.UpdatedAt)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, next.State)
                    .SetProperty(r => r.UpdatedAt, next.UpdatedAt)
                    .SetProperty(r => r.StartedAt, next.StartedAt)
                    .SetProperty(r => r.FinishedAt, next.FinishedAt)
                    .SetProperty(r => r.Attempts, next.Attempts)
                    .SetProperty(r => r.JobId, next.JobId)
                    .SetProperty(r => r.Fingerprint, next.Fingerprint)
                    .SetProperty(r => r.Sha256, next.Sha256)
                    .SetProperty(r => r.Pages, next.Pages)
                    .SetProperty(r => r.Bytes, next.Bytes)
                    .SetProperty(r => r.ErrorTitle, next.ErrorTitle)
                    .SetProperty(r => r.ErrorDetail, next.ErrorDetail),
                cancellationToken);
        return replaced == 1;
    }
}
