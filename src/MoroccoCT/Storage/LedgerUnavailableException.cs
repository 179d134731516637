namespace MoroccoCT.Storage;

/// <summary>The ledger cannot be used, so the service cannot start. The message says why and what to do.</summary>
public sealed class LedgerUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
