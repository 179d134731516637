namespace MoroccoCT.Audit;

/// <summary>Goes along the chain from its beginning and stops at the first entry that does not belong.</summary>
/// <param name="head">Read before the first step.</param>
/// <param name="kept">What somebody noted elsewhere.</param>
internal sealed class ChainWalk(AuditHead? head, AuditMark? kept)
{
    /// <summary>The last entry that belongs.</summary>
    public AuditMark Last { get; private set; } = new(0, AuditChain.Beginning);

    /// <returns>What is wrong with the entry; null when it belongs.</returns>
    public AuditFault? Step(AuditEntry entry)
    {
        if (entry.Sequence < 1)
            return new(AuditFaultKind.BeforeTheFirst, entry.Sequence);
        if (entry.Sequence > Last.Sequence + 1)
            return new(AuditFaultKind.Missing, Last.Sequence + 1);
        if (AuditChain.HashOf(entry) != entry.Hash)
            return new(AuditFaultKind.Altered, entry.Sequence);
        if (entry.PreviousHash != Last.Hash)
            return new(AuditFaultKind.NotFollowing, entry.Sequence);
        if (entry.Sequence == kept?.Sequence && entry.Hash != kept.Hash)
            return new(AuditFaultKind.NotAsKept, entry.Sequence);
        Last = new(entry.Sequence, entry.Hash);
        return null;
    }

    /// <param name="now">The head after the last step: with others writing, it may have moved on.</param>
    public AuditFault? End(AuditHead? now)
    {
        if (head is null || now is null)
            return new(AuditFaultKind.NoHead, Last.Sequence);
        if (Last.Sequence < head.Sequence)
            return new(AuditFaultKind.CutOff, Last.Sequence + 1);
        if (Last.Sequence < kept?.Sequence)
            return new(AuditFaultKind.NotAsKept, kept.Sequence);

        // Each entry was committed together with the head that knows it.
        var isKnown = now.Sequence > Last.Sequence || (now.Sequence == Last.Sequence && now.Hash == Last.Hash);
        return isKnown ? null : new(AuditFaultKind.NotTheHead, Last.Sequence);
    }
}
