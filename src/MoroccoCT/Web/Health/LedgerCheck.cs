using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Web.Health;

/// <summary>Writes to the ledger and reads from it. The answer is kept for a while, so that being asked often costs nothing.</summary>
internal sealed class LedgerCheck : IHealthCheck
{
    private static readonly TimeSpan kept = TimeSpan.FromSeconds(5);

    private readonly RequestQueries queries;
    private readonly LedgerStore store;
    private readonly TimeProvider time;
    private readonly ILogger<LedgerCheck> log;
    private (HealthCheckResult Result, long At)? last;

    public LedgerCheck(RequestQueries queries, LedgerStore store, TimeProvider time, ILogger<LedgerCheck> log) =>
        (this.queries, this.store, this.time, this.log) = (queries, store, time, log);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (last is { } known && time.GetElapsedTime(known.At) < kept)
            return known.Result;
        var result = await LookAsync(cancellationToken);
        last = (result, time.GetTimestamp());
        return result;
    }

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Writing comes first: it finds a file that was taken away, which reading does not tell from one that is broken.
            await store.ProbeAsync(cancellationToken);
            await queries.ListAsync(null, 1, Viewer.Everything, ofPerson: null, cancellationToken);
            return HealthCheckResult.Healthy("The ledger answers and can be written.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The ledger cannot be used");
            return HealthCheckResult.Unhealthy(Advice(fault));
        }
    }

    private static string Advice(Exception fault) => fault switch
    {
        LedgerGoneException gone => gone.Message,
        _ when Sqlite(fault) is { } code => code switch
        {
            DiskFull => "The disk is full: nothing can be written to the ledger. Make room; the service goes on by itself.",
            ReadOnly => "The ledger can only be read. Give the service's user the right to write to its file and folder.",
            _ => "The ledger's file cannot be used; the service's log has the cause.",
        },
        _ => "The ledger does not answer. Check the setting Ledger:ConnectionString and the database; the service's log has the cause.",
    };

    private const int DiskFull = 13;
    private const int ReadOnly = 8;

    private static int? Sqlite(Exception? fault) =>
        fault is null ? null : fault is SqliteException sqlite ? sqlite.SqliteErrorCode : Sqlite(fault.InnerException);
}
