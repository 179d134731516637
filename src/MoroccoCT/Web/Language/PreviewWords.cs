namespace MoroccoCT.Web.Language;

/// <summary>The pages beside the order form.</summary>
public sealed record PreviewWords
{
    public string Title { get; init; } = "Preview";

    public string Empty { get; init; } = "Tick a section or a topic: its pages appear here.";

    public string Working { get; init; } = "The pages are being made…";

    public string Failed { get; init; } = "The pages cannot be shown at the moment. You can order the briefing all the same.";

    public string Refused { get; init; } = "The briefing cannot be made like this:";

    public string Show { get; init; } = "Show pages";

    public string Close { get; init; } = "Back to the form";

    public string InLanguage { get; init; } = "Pages in";

    /// <summary>Of a page that is read aloud.</summary>
    public string Page { get; init; } = "Page {page} of {pages}";

    public string SummaryTooLong(int pages) =>
        $"The summary takes {MoroccoCT.Language.Counted.Pages(pages)}, not one. Choose fewer sections or topics, a shorter title, or another depth.";
}
