namespace MoroccoCT.Storage;

/// <summary>The ledger's file was taken away under the running service: nothing is written any more, so that no number is given twice.</summary>
public sealed class LedgerGoneException(string place)
    : Exception($"The ledger is gone: {place} does not exist any more. Stop the service, put the file back or restore a backup, and start it again.");
