using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>Title block, marking and notices.</summary>
internal sealed class FrontPage(Words words, Choice chosen, BriefingOrder order, IssueDetails issue)
{
    public string Title => BriefingTitle.Of(order, words.Library);

    public string Product => words[issue.Period is null ? "product" : "product-edition"];

    public string PreparedBy => PlainLine.Printed(issue.PreparedBy, order.Language) ?? words["author"];

    public string Scope => words.List(chosen.Sections.Select(section => chosen.PartialIds.Contains(section.Id)
        ? words.Fill("topics-of", ("section", section.Title), ("topics", words.List(section.Topics.Select(topic => topic.Title))))
        : section.Title));

    public IReadOnlyList<LabelledValue> Rows =>
    [
        .. Row(issue.Number is null ? "reference" : "number", issue.Number ?? issue.Reference),
        .. Row("issued", words.Date(issue.Date)),
        .. Row("period", issue.Period is { } period ? words.Date(period) : null),
        .. Row("information-as-of", words.Date(chosen.InformationAsOf)),
        .. Row("prepared-for", order.PreparedFor),
        .. Row("prepared-by", PreparedBy),
        .. Row("language", Language),
    ];

    public MarkingBanner Marking
    {
        get
        {
            var marking = Content.Marking.Find(order.Marking!)!;
            return new(marking.Label, marking.Color, words[marking.LabelKey]);
        }
    }

    public IReadOnlyList<string> Notices =>
    [
        .. IsTranslation && !chosen.Sections.All(section => section.TranslationReviewed) ? [words["translation-unreviewed"]] : Array.Empty<string>(),
        .. Behind.Length > 0 ? [words.Fill("translation-behind", ("parts", Behind))] : Array.Empty<string>(),
        .. Drafting(words, chosen),
    ];

    /// <summary>Whether the text was drafted with a language model, and whether a person has reviewed it since.</summary>
    public static IEnumerable<string> Drafting(Words words, Choice chosen)
    {
        var drafted = chosen.Sections.Where(section => section.DraftedWithModel).ToList();
        if (drafted.Count > 0)
            yield return words[drafted.All(section => section.Review is not null) ? "drafted-reviewed" : "drafted-with-model"];
    }

    private bool IsTranslation => order.Language != ContentLibrary.Original;

    /// <summary>The parts of this briefing whose original has changed since they were translated; empty when none has.</summary>
    private string Behind => words.List(
        from part in BehindParts.Of(words.Library, order, issue.Edition)
        group part by part.Translation into section
        select words.Fill("topics-of", ("section", section.Key.Title), ("topics", words.List(section.Select(part => BehindParts.Name(part, words))))));

    private string Language
    {
        get
        {
            var status = !IsTranslation ? words["original-language"]
                : words[chosen.Sections.All(section => section.TranslationReviewed) ? "translation-reviewed" : "translation-unreviewed-short"];
            return words.Fill("language-status", ("language", words["language-name"]), ("status", status));
        }
    }

    private IEnumerable<LabelledValue> Row(string key, string? value) => value is null ? [] : [new(words[key], value)];
}
