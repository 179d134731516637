namespace MoroccoCT.Requests;

/// <summary>A stored document is not what it was: it is not served, and not shared with other requests.</summary>
public sealed class DocumentDamagedException(string sha256)
    : Exception($"The stored document {sha256} is damaged: its bytes have another hash. Restore it from a backup, or order the briefing again.");
