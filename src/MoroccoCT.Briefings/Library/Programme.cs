using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>A row of the table of cooperation programmes; it is shown when its topic is.</summary>
public sealed record Programme(
    string Id, string Section, string Topic, LocalizedText Name, LocalizedText Partners, LocalizedText Since, LocalizedText Scope,
    IReadOnlyList<SourceReference> Sources, int Line);

/// <summary>The table of cooperation programmes: its message as title, its column heads and rows.</summary>
public sealed record ProgrammeTable(
    LocalizedText Title, LocalizedText Name, LocalizedText Partners, LocalizedText Since, LocalizedText Scope, IReadOnlyList<Programme> Rows);
