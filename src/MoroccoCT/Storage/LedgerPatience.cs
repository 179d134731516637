namespace MoroccoCT.Storage;

/// <summary>For what has happened outside and must be known: a ledger that is away is waited for, for as long as the service runs.</summary>
internal static class LedgerPatience
{
    private static readonly TimeSpan again = TimeSpan.FromSeconds(2);

    /// <param name="write">Itself not called off.</param>
    /// <param name="away">Told of each time in vain.</param>
    /// <param name="stopping">The service's: then the last fault is thrown.</param>
    public static async Task<T> UntilWrittenAsync<T>(Func<Task<T>> write, Action<Exception> away, TimeProvider time, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                away(fault);
                await Task.Delay(again, time, stopping);
            }
        }
    }
}
