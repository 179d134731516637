namespace MoroccoCT.Language;

/// <summary>What each kind of fault is called, and what to do about it where the fault itself does not say so.</summary>
public sealed record FaultWords
{
    public static FaultWords English { get; } = new();

    public ProblemWords Problem { get; init; } = ProblemWords.English;

    public string Order { get; init; } = "The order cannot be fulfilled as it stands";

    public string Library { get; init; } = "The library is broken";

    public string Layout { get; init; } = "The layout cannot set this order";

    public string LayoutWithoutReason { get; init; } = "The layout was rejected without a reason.";

    public string Document { get; init; } = "The document failed a check and was not issued";

    public string DamagedDocument { get; init; } = "The document is damaged";

    public string EnginesBusy { get; init; } = "The engines are overloaded";

    public string Engine { get; init; } = "The typesetting engine failed";

    public string KeyTaken { get; init; } = "The Idempotency-Key belongs to another order";

    public string KeyTakenAdvice { get; init; } =
        "This key came with a different order before. Send the first order again unchanged, or use a new key for a new order.";

    public string LedgerFull { get; init; } = "Too many briefings are waiting";

    public string Ledger { get; init; } = "The ledger cannot be reached";

    public string LedgerGone { get; init; } = "Its file is gone, so nothing was stored.";

    public string LedgerSilent { get; init; } = "The database does not answer. Try again.";

    public string DiskFull { get; init; } = "The disk is full";

    public string DiskFullAdvice { get; init; } = "Nothing can be written until somebody makes room. Then try again; the service goes on by itself.";

    public string ReadersBusy { get; init; } = "Too many files are being checked";

    public string Reader { get; init; } = "Files cannot be checked now";

    public string ReaderAdvice { get; init; } = "The process that reads files did not start. Try again.";

    public string Settings { get; init; } = "The settings are wrong";

    public string Interrupted { get; init; } = "Interrupted";

    public string Unforeseen { get; init; } = "Something went wrong in the service";

    /// <summary>Where whoever asked finds the cause: below the number of a request.</summary>
    public string LogByNumber { get; init; } = "The service's log has the cause under this request's number.";

    public string LogByTrace { get; init; } = "The service's log says what, under the trace id given here.";

    public string LogOfCommand { get; init; } = "Set MOROCCOCT__Serilog__MinimumLevel__Default=Debug to see where.";

    public string MendLibrary(int faults) => $"The library has {faults} fault(s). Mend them; 'MoroccoCT check' lists them again.";

    public string NothingStored(int seconds) => $"Nothing was stored. Send the order again after {seconds} seconds.";

    public string NotLookedAt(int seconds) => $"This one was not looked at. Send it again after {seconds} seconds.";

    public string More(int count) => $"– and {count} more";

    /// <summary>As many as a person reads, then how many there are besides.</summary>
    public IReadOnlyList<string> Few(IReadOnlyList<string> lines, int most) => lines.Count <= most ? lines : [.. lines.Take(most), More(lines.Count - most)];
}
