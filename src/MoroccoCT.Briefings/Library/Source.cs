namespace MoroccoCT.Briefings.Library;

/// <summary>Something the library cites.</summary>
/// <param name="Short">How endnotes name it.</param>
/// <param name="Language">The language the source itself is written in.</param>
/// <param name="Date">Null for an undated source.</param>
/// <param name="Type">One of <see cref="Types"/>; its name in each language stands in <c>labels.yaml</c> under <c>source-type-…</c>.</param>
/// <param name="Note">What the source is worth: access, interest, age.</param>
/// <param name="Statement">The same in a sentence or two for every briefing that cites it; sources may share one.</param>
/// <param name="Passages">Places in the source that a citation can name, by id.</param>
public sealed record Source(
    string Id, LocalizedText Author, LocalizedText Title, LocalizedText Short, string Language, PartialDate? Date, string Type,
    LocalizedText Note, LocalizedText? Statement, IReadOnlyDictionary<string, LocalizedText> Passages, int Line)
{
    public static IReadOnlyList<string> Types { get; } =
        ["advocacy-paper", "government-report", "official-statement", "agreement", "legislation", "programme-document", "unidentified"];
}
