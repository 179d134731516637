using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.People;

namespace MoroccoCT.Library.Developments;

/// <summary>
/// Which developments there are for whose eyes. A marking counts as it was when the text was written, and as the library asks for today:
/// the higher one.
/// </summary>
/// <param name="SeesDrafts">Whether what is being written is seen too; others see what was published.</param>
internal sealed record DevelopmentSight(Viewer Viewer, bool SeesDrafts, ContentLibrary Library)
{
    private readonly Dictionary<string, int> sections =
        Library.Sections(ContentLibrary.Original).ToDictionary(section => section.Id, section => section.Marking.Level);

    /// <summary>Whether what is being written is seen. Its published version alone may be, where that is marked lower.</summary>
    public bool SeesWork(DevelopmentRow row) => SeesDrafts && IsOfDesk(row) && IsCleared(row.Content, row.MarkingLevel) && IsPublishedCleared(row);

    public bool SeesPublished(DevelopmentRow row) => IsOfDesk(row) && row.PublishedContent is not null && IsPublishedCleared(row);

    public bool IsCleared(DevelopmentContent content, int level) =>
        Math.Max(level, sections.GetValueOrDefault(content.Section, Marking.Clear.Level)) <= Viewer.Clearance;

    /// <summary>What these eyes see of it; null where that is nothing.</summary>
    public DevelopmentView? Of(DevelopmentRow row) => SeesWork(row) ? Work(row)
        : SeesPublished(row) ? View(row, isWork: false, row.PublishedContent!)
        : null;

    public DevelopmentView Work(DevelopmentRow row) => View(row, isWork: true, row.Content);

    private DevelopmentView View(DevelopmentRow row, bool isWork, DevelopmentContent content) =>
        new(row, isWork, content, DevelopmentReader.Read(content, row.Number, Library));

    private bool IsOfDesk(DevelopmentRow row) => Viewer.Desk is null || row.Desk == Viewer.Desk;

    private bool IsPublishedCleared(DevelopmentRow row) =>
        row.PublishedContent is not { } published || IsCleared(published, row.PublishedMarkingLevel ?? Marking.Clear.Level);
}

/// <summary>A development as somebody sees it.</summary>
/// <param name="IsWork">Whether it is the text that is being written; else the one that was published.</param>
/// <param name="Read">The content, read with the present library: what it no longer has is among the problems.</param>
public sealed record DevelopmentView(DevelopmentRow Row, bool IsWork, DevelopmentContent Content, ReadDevelopment Read)
{
    /// <summary>The label it has; what was asked for where it belongs nowhere any more.</summary>
    public string? Marking => Read.Development?.Marking.Label ?? Content.Marking;

    /// <summary>As those see it who see what was published.</summary>
    public DevelopmentState State => IsWork ? Row.State : Row.WithdrawnAt is null ? DevelopmentState.Published : DevelopmentState.Withdrawn;
}
