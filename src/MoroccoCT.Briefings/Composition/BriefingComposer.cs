using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>Puts the ordered sections, their figures, notes and sources together. Pure: the same library, order and issue give the same briefing.</summary>
public static class BriefingComposer
{
    /// <summary>So many fill half a page; several sections share them equally, and each keeps its first.</summary>
    private const int MostKeyPoints = 6;

    /// <summary>The original is written in British English.</summary>
    internal const string OriginalRegion = "GB";

    /// <param name="order">In the canonical form that <see cref="OrderValidator.Normalize"/> gives.</param>
    /// <param name="version">That of the library for this order.</param>
    public static ComposedBriefing Compose(ContentLibrary library, BriefingOrder order, LibraryVersion version, IssueDetails issue)
    {
        var words = new Words(library, order.Language);
        var chosen = Choice.Of(library, order);
        var briefing = Compose(library, order, issue, words, chosen);
        var content = BackMatter.ContentHash(briefing);
        return new(
            briefing with { Provenance = BackMatter.Provenance(words, chosen, order.Depth, issue, version.Hash, content), IsPreview = issue.IsPreview },
            BriefingManifest.Of(library, order, version, issue, chosen, briefing, content));
    }

    internal static Briefing Compose(ContentLibrary library, BriefingOrder order, IssueDetails issue, Words words, Choice chosen)
    {
        var notes = new NoteBook(library, words);
        var front = new FrontPage(words, chosen, order, issue);

        // The order of these lines is the order on the page: it decides the numbers of the notes.
        var keyPoints = KeyPoints(chosen, notes);
        var isWhole = order.Depth is Depth.Standard or Depth.Full;
        var keyFigures = isWhole ? Figures.KeyFigures(library, chosen, words, notes) : null;
        var passages = order.Depth == Depth.Short ? Sections(MainPassages(chosen), words, notes) : [];
        var timeline = Figures.Timeline(library, chosen, words, notes);
        var sections = isWhole ? Sections(chosen, words, notes) : passages;
        var programmes = isWhole ? Figures.Programmes(library, chosen, words, notes) : null;

        var briefing = new Briefing
        {
            Language = order.Language,
            Region = order.Language == ContentLibrary.Original ? OriginalRegion : null,
            Paper = order.Paper,
            Depth = order.Depth,
            Title = front.Title,
            Subject = words.Fill("subject", ("scope", front.Scope)),
            Author = front.PreparedBy,
            Keywords = [front.Marking.Label, .. chosen.Sections.Select(section => section.Title)],
            Date = issue.Date,
            Product = front.Product,
            Number = issue.Number,
            Reference = issue.Number is null ? issue.Reference : null,
            Scope = front.Scope,
            Front = front.Rows,
            Marking = front.Marking,
            Notices = front.Notices,
            KeyPoints = keyPoints,
            Sections = sections,
            KeyFigures = keyFigures,
            Timeline = timeline,
            Programmes = programmes,
            Notes = notes.Notes,
            Sources = notes.Sources(withNotes: order.Depth == Depth.Full),
            SourceSummary = notes.SourceSummary,
            Glossary = [],
            Method = order.Depth == Depth.Full ? BackMatter.Method(library, order.Language) : [],
            Provenance = [],
            Contact = PlainLine.Printed(issue.Contact, order.Language),
            ManifestDescription = words["manifest-description"],
            Labels = LayoutLabels(words),
        };
        return order.Depth == Depth.Full ? briefing with { Glossary = BackMatter.Glossary(library, briefing, order.Language) } : briefing;
    }

    /// <summary>What the layout prints besides the texts.</summary>
    internal static IReadOnlyDictionary<string, string> LayoutLabels(Words words) => LabelKeys.Layout.ToDictionary(Camel, key => words[key]);

    private static IReadOnlyList<BriefingKeyPoint> KeyPoints(Choice chosen, NoteBook notes)
    {
        var each = Math.Max(1, MostKeyPoints / chosen.Sections.Count);
        return [.. chosen.Sections.SelectMany(section =>
            section.KeyPoints.Take(each).Select(point => new BriefingKeyPoint(section.Id, notes.Mark(point.Content))))];
    }

    /// <summary>The choice cut down to the passage that stands for each topic; no summary speaks for the rest.</summary>
    private static Choice MainPassages(Choice chosen) => new(
        [.. chosen.Sections.Select(section => section with { Topics = [.. section.Topics.Select(topic => topic with { Blocks = [topic.Main!] })] })],
        chosen.Sections.Select(section => section.Id).ToHashSet());

    private static IReadOnlyList<BriefingSection> Sections(Choice chosen, Words words, NoteBook notes) =>
    [
        .. chosen.Sections.Select((section, index) => new BriefingSection(
            section.Id,
            index + 1,
            section.Title,
            chosen.PartialIds.Contains(section.Id) ? null : notes.Mark(section.Summary),
            words.Fill("section-status", ("asOf", words.Date(section.InformationAsOf)), ("review", Review(section, words))),
            [.. section.Topics.Select((topic, place) => new BriefingTopic(topic.Id, $"{index + 1}.{place + 1}", topic.Title, notes.Mark(topic.Blocks)))])),
    ];

    private static string Review(Section section, Words words) => section.Review is { } review
        ? words.Fill("last-reviewed", ("date", words.Date(review.Date)), ("reviewer", review.Reviewer))
        : words["not-reviewed"];

    private static string Camel(string key)
    {
        var parts = key.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
