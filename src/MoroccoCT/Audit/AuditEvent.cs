namespace MoroccoCT.Audit;

/// <summary>Something that is to be entered.</summary>
/// <param name="Subject">What it was done to, in a few words: the number of a request, the name of a person or key.</param>
/// <param name="Details">What else belongs to it, name by name; those without a value are left out. No secret ever.</param>
public sealed record AuditEvent(Actor By, Deed What, string? Subject = null, IReadOnlyDictionary<string, string?>? Details = null);
