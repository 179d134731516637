namespace MoroccoCT.Audit;

/// <summary>A page of the audit.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Older">Entries before this number come next; null at the end.</param>
/// <param name="Newer">Entries after this number come before; null at the beginning.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, long? Older, long? Newer);
