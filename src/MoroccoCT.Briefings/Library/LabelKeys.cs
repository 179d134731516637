namespace MoroccoCT.Briefings.Library;

/// <summary>Keys of <c>labels.yaml</c>: every word the product prints into a document.</summary>
public static class LabelKeys
{
    /// <summary>Words the layout sets itself.</summary>
    public static IReadOnlyList<string> Layout { get; } =
    [
        "key-points", "contents", "page", "judgement", "timeline", "timeline-events", "event-number", "event-date", "event",
        "key-figures", "programmes", "see-note", "source-number", "notes", "sources", "source-summary-title",
        "glossary", "method", "provenance", "contact", "preview",
        "before", "now", "withdrawn", "standing",
    ];

    /// <summary>Words the composer puts into values.</summary>
    public static IReadOnlyList<string> Composer { get; } =
    [
        "language-name", "language-status", "product", "product-edition", "default-title", "subject", "author",
        "issued", "period", "period-days", "information-as-of",
        "prepared-for", "prepared-by", "language", "number", "reference", "undated", "not-reviewed", "last-reviewed",
        "drafted-with-model", "drafted-reviewed",
        "translation-unreviewed", "translation-unreviewed-short", "translation-reviewed", "translation-behind",
        "section-summary", "original-language",
        "news-week", "news-period", "news-none", "news-updated", "news-untranslated", "news-unprintable", "news-above-marking", "news-corrects",
        "changes", "changed", "changed-none", "changed-first", "changed-text", "changed-sources", "changed-new", "changed-withdrawn", "withdrawn-reason",
        "timeline-title", "timeline-title-one", "timeline-title-same", "timeline-alt", "key-figures-title",
        "figure-source", "figure-source-one",
        "list-separator", "number-separator", "section-status", "topics-of", "day", "first-day", "month-year",
        "provenance-library", "provenance-layout", "provenance-engine", "provenance-content", "provenance-drafting", "manifest-description",
        .. Enumerable.Range(1, 12).Select(month => $"month-{month}"),
        .. Content.Marking.All.Select(marking => marking.LabelKey),
        .. Source.Types.Select(type => $"source-type-{type}"),
    ];

    public static IEnumerable<string> All => Layout.Concat(Composer);

    /// <summary>The <c>{places}</c> that are filled in. A label that is not named here has none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Places { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["page"] = ["{page}", "{pages}"],
        ["see-note"] = ["{note}"],
        ["source-number"] = ["{source}"],
        ["language-status"] = ["{language}", "{status}"],
        ["subject"] = ["{scope}"],
        ["topics-of"] = ["{section}", "{topics}"],
        ["period-days"] = ["{from}", "{to}"],
        ["translation-behind"] = ["{parts}"],
        ["section-status"] = ["{asOf}", "{review}"],
        ["last-reviewed"] = ["{date}", "{reviewer}"],
        ["news-unprintable"] = ["{numbers}"],
        ["news-above-marking"] = ["{count}"],
        ["news-corrects"] = ["{number}", "{reason}"],
        ["changed"] = ["{number}"],
        ["changed-none"] = ["{number}"],
        ["withdrawn-reason"] = ["{date}", "{reason}"],
        ["timeline-title"] = ["{first}", "{last}"],
        ["timeline-title-one"] = ["{first}"],
        ["timeline-title-same"] = ["{first}"],
        ["timeline-alt"] = ["{first}", "{last}"],
        ["figure-source"] = ["{notes}"],
        ["figure-source-one"] = ["{notes}"],
        ["day"] = ["{day}", "{month}", "{year}"],
        ["first-day"] = ["{day}", "{month}", "{year}"],
        ["month-year"] = ["{month}", "{year}"],
    };
}
