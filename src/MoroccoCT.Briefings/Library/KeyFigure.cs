using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>One number worth a reader's eye, with its unit and the time it stands for; it is shown when its topic is.</summary>
public sealed record KeyFigure(
    string Id, string Section, string Topic, LocalizedText Value, LocalizedText Unit, LocalizedText Date,
    IReadOnlyList<SourceReference> Sources, int Line);
