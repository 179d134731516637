namespace MoroccoCT.Briefings.Library;

/// <summary>A paragraph on how briefings are made and where their limits lie.</summary>
public sealed record MethodNote(string Id, LocalizedText Title, LocalizedText Text, int Line);
