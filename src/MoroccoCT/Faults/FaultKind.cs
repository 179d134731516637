namespace MoroccoCT.Faults;

/// <summary>What can go wrong, as far as it makes a difference to whoever meets it. Each door has a status or exit code for each.</summary>
public enum FaultKind
{
    /// <summary>The order asks for what cannot be had.</summary>
    Order,

    /// <summary>A person's account cannot be like that.</summary>
    Person,

    /// <summary>A schedule cannot be like that.</summary>
    Schedule,

    /// <summary>No schedule has that name.</summary>
    NoSchedule,

    /// <summary>A development cannot be like that.</summary>
    Development,

    /// <summary>There is no such development.</summary>
    NoDevelopment,

    /// <summary>A development cannot be proposed, published, sent back or withdrawn as it stands, or not by this person.</summary>
    DevelopmentStep,

    /// <summary>An edition cannot be released, made anew or corrected as it stands, or not by this person.</summary>
    EditionStep,

    /// <summary>Somebody else changed it meanwhile.</summary>
    ChangedMeanwhile,

    /// <summary>The idempotency key belongs to another order.</summary>
    KeyTaken,

    /// <summary>Too many requests are unfinished.</summary>
    LedgerFull,

    /// <summary>The ledger does not answer, is gone or cannot be used.</summary>
    Ledger,

    /// <summary>The library's files have to be mended.</summary>
    Library,

    /// <summary>The layout has to be mended.</summary>
    Layout,

    /// <summary>What was made failed a check.</summary>
    Document,

    /// <summary>What was stored is not what it was.</summary>
    DamagedDocument,

    /// <summary>Too much waits for the engines.</summary>
    EnginesBusy,

    /// <summary>The engine failed.</summary>
    Engine,

    /// <summary>Too many foreign files are being read.</summary>
    ReadersBusy,

    /// <summary>What reads foreign files failed.</summary>
    Reader,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>A setting is wrong.</summary>
    Settings,

    /// <summary>Somebody stopped it.</summary>
    Interrupted,

    /// <summary>Anything else: a mistake of ours until shown otherwise.</summary>
    Unforeseen,
}
