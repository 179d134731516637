namespace MoroccoCT.Audit;

/// <summary>One entry of the audit, as it is stored: bound to the one before by its hash.</summary>
public sealed record AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>By the clock of the machine that wrote it, which may be set back: the order is that of the numbers.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the person at that time, or what else acted; null for somebody unknown.</summary>
    public string? Who { get; init; }

    /// <summary>The person's id as text: whatever stands there must be readable, also after somebody tampered with it.</summary>
    public string? WhoId { get; init; }

    /// <summary>The way it came: <c>form</c>, <c>api</c>, <c>schedule</c>, <c>command line</c> or <c>service</c>.</summary>
    public required string Door { get; init; }

    /// <summary>What was done, in a word such as <c>order</c> or <c>download</c>; a newer version may have written one that this does not know.</summary>
    public required string What { get; init; }

    public string? Subject { get; init; }

    /// <summary>A JSON object of texts, its names in order.</summary>
    public required string Details { get; init; }

    /// <summary>Address of the machine that asked.</summary>
    public string? Address { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The hash of the entry before; of the first, 64 zeros.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 in lower-case hex over all the others.</summary>
    public required string Hash { get; init; }
}
