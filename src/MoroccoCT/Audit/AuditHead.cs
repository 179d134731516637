namespace MoroccoCT.Audit;

/// <summary>Where the chain ends. The one row of its table: who writes an entry locks it until the commit, so that the chain has one end.</summary>
internal sealed record AuditHead
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>Of the last entry; 0 before the first.</summary>
    public required long Sequence { get; init; }

    public required string Hash { get; init; }
}
