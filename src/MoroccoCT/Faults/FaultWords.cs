using MoroccoCT.Language;

namespace MoroccoCT.Faults;

/// <summary>What each kind of fault is called, and what to do about it where the fault itself does not say so.</summary>
public sealed class FaultWords(Texts texts) : WordGroup(texts, "Fault")
{
    /// <summary>For programs, the command line and the log.</summary>
    public static FaultWords English { get; } = new(Texts.English);

    public ProblemWords Problem { get; } = new(texts);

    public string Order => Text();

    public string Person => Text();

    public string Schedule => Text();

    public string NoSchedule => Text();

    public string Development => Text();

    public string ChangedMeanwhile => Text();

    public string Library => Text();

    public string Layout => Text();

    public string LayoutWithoutReason => Text();

    public string Document => Text();

    public string DamagedDocument => Text();

    public string EnginesBusy => Text();

    public string Engine => Text();

    public string KeyTaken => Text();

    public string KeyTakenAdvice => Text();

    public string LedgerFull => Text();

    public string Ledger => Text();

    public string LedgerGone => Text();

    public string LedgerSilent => Text();

    public string DiskFull => Text();

    public string DiskFullAdvice => Text();

    public string ReadersBusy => Text();

    public string Reader => Text();

    public string ReaderAdvice => Text();

    public string Settings => Text();

    public string Interrupted => Text();

    public string Unforeseen => Text();

    /// <summary>Where whoever asked finds the cause: below the number of a request.</summary>
    public string LogByNumber => Text();

    public string LogByTrace => Text();

    public string LogOfCommand => Text();

    public string MendLibrary(int faults) => Counted(faults);

    public string NothingStored(int seconds) => Counted(seconds);

    public string NotLookedAt(int seconds) => Counted(seconds);

    public string More(int count) => Counted(count);

    /// <summary>What failed, in a few words.</summary>
    public string Title(FaultKind kind) => Text($"{kind}");

    /// <summary>What whoever met it can do.</summary>
    public string NextStep(FaultKind kind) => Text($"Next.{kind}");

    /// <summary>As many as a person reads, then how many there are besides.</summary>
    public IReadOnlyList<string> Few(IReadOnlyList<string> lines, int most) => lines.Count <= most ? lines : [.. lines.Take(most), More(lines.Count - most)];
}
