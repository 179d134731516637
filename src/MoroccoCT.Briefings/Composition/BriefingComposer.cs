using MoroccoCT.Briefings.Developments;
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
            briefing with { Provenance = BackMatter.Provenance(words, chosen, briefing.Depth, issue, version.Hash, content), IsPreview = issue.IsPreview },
            BriefingManifest.Of(library, order, version, issue, chosen, briefing, content));
    }

    internal static Briefing Compose(ContentLibrary library, BriefingOrder order, IssueDetails issue, Words words, Choice chosen)
    {
        var developments = NewsComposer.Read(issue.Edition, library);
        var notes = new NoteBook(
            developments.Select(one => one.Development).OfType<Development>().Aggregate(library, (all, development) => development.Beside(all)), words);
        var front = new FrontPage(words, chosen, order, issue);
        var extent = Extent.Of(order, issue.Edition);

        // The order of these lines is the order on the page: it decides the numbers of the notes.
        var news = issue.Edition is { } edition ? new NewsComposer(edition, chosen, words, notes, developments).Compose(issue) : null;
        var keyPoints = extent.HasKeyPoints ? KeyPoints(chosen, notes) : [];
        var keyFigures = extent.IsWhole ? Figures.KeyFigures(library, chosen, words, notes) : null;
        var passages = extent.Passages switch
        {
            PassageChoice.Main => Sections(MainPassages(chosen), words, notes),
            PassageChoice.Summaries => Sections(Summaries(chosen), words, notes),
            _ => [],
        };
        var timeline = extent.HasKeyPoints ? Figures.Timeline(library, chosen, words, notes) : null;
        var sections = extent.IsWhole ? Sections(chosen, words, notes) : passages;
        var programmes = extent.IsWhole ? Figures.Programmes(library, chosen, words, notes) : null;

        var briefing = new Briefing
        {
            Language = order.Language,
            Region = order.Language == ContentLibrary.Original ? OriginalRegion : null,
            Paper = order.Paper,
            Depth = extent.Depth,
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
            News = news,
            KeyPoints = keyPoints,
            Sections = sections,
            KeyFigures = keyFigures,
            Timeline = timeline,
            Programmes = programmes,
            Notes = notes.Notes,
            Sources = notes.Sources(withNotes: extent.Depth == Depth.Full),
            SourceSummary = notes.SourceSummary,
            Glossary = [],
            Method = extent.Depth == Depth.Full ? BackMatter.Method(library, order.Language) : [],
            Provenance = [],
            Contact = PlainLine.Printed(issue.Contact, order.Language),
            ManifestDescription = words["manifest-description"],
            Labels = LayoutLabels(words),
        };
        return extent.Depth == Depth.Full ? briefing with { Glossary = BackMatter.Glossary(library, briefing, order.Language) } : briefing;
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
            Status(section, words),
            [.. section.Topics.Select((topic, place) => new BriefingTopic(topic.Id, $"{index + 1}.{place + 1}", topic.Title, notes.Mark(topic.Blocks)))])),
    ];

    /// <summary>As of when a section informs, and who has reviewed it.</summary>
    internal static string Status(Section section, Words words) =>
        words.Fill("section-status", ("asOf", words.Date(section.InformationAsOf)), ("review", Review(section, words)));

    /// <summary>The choice cut down to the summaries of its sections; where only some topics are taken, to the passages that stand for these.</summary>
    private static Choice Summaries(Choice chosen) => chosen with
    {
        Sections = [.. MainPassages(chosen).Sections.Select(section => chosen.PartialIds.Contains(section.Id) ? section : section with { Topics = [] })],
    };

    private static string Review(Section section, Words words) => section.Review is { } review
        ? words.Fill("last-reviewed", ("date", words.Date(review.Date)), ("reviewer", review.Reviewer))
        : words["not-reviewed"];

    private static string Camel(string key)
    {
        var parts = key.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
