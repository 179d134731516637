namespace MoroccoCT.Audit;

/// <summary>What is wrong with the chain, at the first place where something is.</summary>
/// <param name="Sequence">The entry that it is about.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Sequence);

public enum AuditFaultKind
{
    /// <summary>The entry is not what its own hash was made of.</summary>
    Altered,

    /// <summary>There is no such entry, but later ones.</summary>
    Missing,

    /// <summary>The entry is sound in itself but does not follow the one before it: one of the two was put there later.</summary>
    NotFollowing,

    /// <summary>An entry from before the first.</summary>
    BeforeTheFirst,

    /// <summary>This and all later entries up to the head are gone.</summary>
    CutOff,

    /// <summary>The head knows another hash of the entry, or does not know it at all.</summary>
    NotTheHead,

    /// <summary>The head itself is gone.</summary>
    NoHead,

    /// <summary>The entry has another hash than the one that was kept elsewhere, or is not there.</summary>
    NotAsKept,
}
