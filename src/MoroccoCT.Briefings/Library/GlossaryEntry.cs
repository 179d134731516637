namespace MoroccoCT.Briefings.Library;

/// <param name="Term">The acronym as texts use it.</param>
/// <param name="Language">The language it is read aloud in.</param>
public sealed record GlossaryEntry(string Term, string Language, LocalizedText Meaning, int Line);
