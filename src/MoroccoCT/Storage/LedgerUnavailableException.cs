namespace MoroccoCT.Storage;

/// <summary>The ledger cannot be used. The message says why and what to do.</summary>
public sealed class LedgerUnavailableException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether it may be better in a moment.</summary>
    public bool MayPass { get; init; }
}
