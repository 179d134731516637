namespace MoroccoCT.Requests;

/// <summary>Too many requests are unfinished; nothing was stored.</summary>
public sealed class LedgerFullException(int unfinished, TimeSpan retryAfter)
    : Exception($"{unfinished} requests are waiting already. Try again in {retryAfter.TotalSeconds:0} seconds.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
