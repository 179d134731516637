using System.Security.Cryptography;
using System.Text.Json;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>Glossary, method and provenance box.</summary>
internal static class BackMatter
{
    /// <summary>How much of a hash is printed; the manifest has it whole.</summary>
    internal const int ShownHash = 12;

    /// <summary>The glossary's entries that the briefing uses, in alphabetical order.</summary>
    public static IReadOnlyList<GlossaryLine> Glossary(ContentLibrary library, Briefing briefing, string language)
    {
        var used = Texts(briefing).SelectMany(AcronymCheck.In).ToHashSet();
        return [.. library.Glossary.Where(entry => used.Contains(entry.Term)).OrderBy(entry => entry.Term, StringComparer.Ordinal)
            .Select(entry => new GlossaryLine(entry.Term, entry.Meaning.In(language), entry.Language))];
    }

    public static IReadOnlyList<MethodParagraph> Method(ContentLibrary library, string language) =>
        [.. library.Method.Select(note => new MethodParagraph(note.Title.In(language), [note.Text.In(language)]))];

    /// <summary>SHA-256 of all that is drawn, the provenance box aside, which shows this hash.</summary>
    public static string ContentHash(Briefing briefing) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(briefing with { Provenance = [] }, BriefingJson.Options)));

    public static IReadOnlyList<LabelledValue> Provenance(
        Words words, Choice chosen, Depth depth, IssueDetails issue, string libraryVersion, string contentHash) =>
    [
        new(words[issue.Number is null ? "reference" : "number"], issue.Number ?? issue.Reference),
        new(words["provenance-library"], libraryVersion[..ShownHash]),
        new(words["provenance-layout"], issue.LayoutVersion[..ShownHash]),
        new(words["provenance-content"], contentHash[..ShownHash]),
        new(words["provenance-engine"], issue.EngineVersion),
        // On the few pages of a summary or short briefing the notice on the first says it already.
        .. (depth is Depth.Summary or Depth.Short ? [] : FrontPage.Drafting(words, chosen))
            .Select(text => new LabelledValue(words["provenance-drafting"], text)),
    ];

    /// <summary>Every text of the briefing but its front matter, labels and glossary.</summary>
    public static IEnumerable<string> Texts(Briefing briefing) =>
    [
        briefing.Marking.Meaning,
        .. NewsTexts(briefing.News),
        .. briefing.KeyPoints.Select(point => point.Content.PlainText()),
        .. briefing.Sections.SelectMany(section =>
            section.Topics.Select(topic => $"{topic.Title} {topic.Blocks.PlainText()}").Prepend($"{section.Title} {section.Summary?.PlainText()}")),
        .. briefing.Timeline?.Events.Select(mark => mark.Text) ?? [],
        .. briefing.KeyFigures?.Items.Select(item => $"{item.Value} {item.Unit} {item.Date}") ?? [],
        .. briefing.Programmes?.Rows.SelectMany(row => row.Cells).Concat(briefing.Programmes.Columns).Append(briefing.Programmes.Title) ?? [],
        .. briefing.Notes.SelectMany(note => note.References).Select(reference => reference.Text),
        .. briefing.Sources.Select(source => $"{source.Author} {source.Title} {source.Note}"),
        .. briefing.Method.SelectMany(note => note.Paragraphs),
    ];

    private static IEnumerable<string> NewsTexts(BriefingNews? news) => news is null ? [] :
    [
        .. news.Sections.SelectMany(section => section.Items).Select(item => $"{item.Title} {item.Blocks.PlainText()}"),
        .. news.Changed.SelectMany(topic => topic.Passages.Select(passage => $"{passage.Before?.PlainText()} {passage.Now?.PlainText()}")
            .Prepend($"{topic.Title} {topic.Blocks.PlainText()}")),
        .. news.Withdrawn.Select(one => $"{one.Title} {one.Reason}"),
        .. news.Standing.Select(line => $"{line.Title} {line.Topics}"),
    ];
}
