using System.Globalization;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Editions;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>What is new, what has changed and what was withdrawn, from what was kept with the edition.</summary>
internal sealed class NewsComposer
{
    /// <summary>Days of a period that is still called a week: a holiday may move its ends.</summary>
    private const int LeastWeek = 5, MostWeek = 9;

    private readonly EditionContent content;
    private readonly Choice chosen;
    private readonly Words words;
    private readonly NoteBook notes;
    private readonly IReadOnlyList<Development> developments;
    private readonly IReadOnlyList<string> unprintable;

    public NewsComposer(EditionContent content, Choice chosen, Words words, NoteBook notes, IReadOnlyList<ReadDevelopment> read) =>
        (this.content, this.chosen, this.words, this.notes, developments, unprintable) = (
            content, chosen, words, notes, [.. read.Where(one => one.IsPrintable).Select(one => one.Development!)],
            [.. content.Developments.Zip(read).Where(pair => !pair.Second.IsPrintable).Select(pair => pair.First.Number)]);

    /// <summary>The edition's developments as the library reads them now.</summary>
    public static IReadOnlyList<ReadDevelopment> Read(EditionContent? content, ContentLibrary library) =>
        [.. (content?.Developments ?? []).Select(one => DevelopmentReader.Read(one.Content, one.Number, library))];

    /// <summary>In the order of the page: it decides the numbers of the notes.</summary>
    public BriefingNews Compose(IssueDetails issue) => new(
        words[IsWeek(issue.Period) ? "news-week" : "news-period"],
        [.. Lines()],
        [.. chosen.Sections.Select(Section).Where(section => section.Items.Count > 0)],
        content.Since is { } since ? words.Fill("changed", ("number", since)) : words["changes"],
        ChangedLine,
        [.. content.Changes.Select(Changed)],
        [.. content.Withdrawn.Select(Withdrawn)],
        content.Standing == Standing.Link ? [.. chosen.Sections.Select(section => StandingOf(section, issue.Service))] : []);

    private static bool IsWeek(Period? period) => period is null || period.To.DayNumber - period.From.DayNumber + 1 is >= LeastWeek and <= MostWeek;

    private IEnumerable<string> Lines()
    {
        if (content.Corrects is { } corrects)
            yield return words.Fill("news-corrects", ("number", corrects.Number), ("reason", corrects.Reason)).Trim();
        if (developments.Count == 0)
            yield return words["news-none"];
        if (unprintable.Count > 0)
            yield return words.Fill("news-unprintable", ("numbers", words.List(unprintable)));
        if (content.AboveMarking > 0)
            yield return words.Fill("news-above-marking", ("count", content.AboveMarking.ToString(CultureInfo.InvariantCulture)));
    }

    private string? ChangedLine => content.Since is null ? words["changed-first"]
        : content.Changes.Count == 0 ? words.Fill("changed-none", ("number", content.Since)) : null;

    private NewsSection Section(Section section) => new(
        section.Id,
        section.Title,
        [
            .. developments.Where(one => one.Section == section.Id)
                .OrderByDescending(one => one.Date).ThenBy(one => one.Number, StringComparer.Ordinal).Select(Item),
        ]);

    private NewsItem Item(Development development)
    {
        var text = development.In(words.Language);
        var remarks = new[]
        {
            content.Developments.Any(one => one.Number == development.Number && one.IsUpdate) ? words["news-updated"] : null,
            text.Language != words.Language ? words["news-untranslated"] : null,
        };
        return new(
            Id(development.Number), development.Number, words.Date(development.Date), text.Title, OrNull(string.Join(' ', remarks.OfType<string>())),
            text.Language, notes.Mark(text.Blocks));
    }

    private ChangedTopic Changed(TopicChange change)
    {
        var section = words.Library.Sections(words.Language).FirstOrDefault(one => one.Id == change.Section);
        var topic = section?.Topics.FirstOrDefault(one => one.Id == change.Topic);
        return new(
            $"changed-{change.Topic}",
            section?.Title ?? "",
            change.Title,
            words[change.Kind switch
            {
                TopicChangeKind.Text => "changed-text",
                TopicChangeKind.Sources => "changed-sources",
                TopicChangeKind.New => "changed-new",
                TopicChangeKind.Withdrawn => "changed-withdrawn",
                _ => throw new InvalidOperationException($"Unknown change {change.Kind}."),
            }],
            [.. change.Passages.Select(Passage)],
            change.Kind == TopicChangeKind.New && topic?.Main is { } main ? notes.Mark([main]) : []);
    }

    private ChangedPassage Passage(PassageChange change)
    {
        if (change is { Before: { } before, Now: { } now })
        {
            var (old, current) = WordDifference.Of(before, now);
            return new(old, [.. current, .. Marker(change)]);
        }

        return new(
            change.Before is null ? null : [new TextRun(change.Before)],
            change.Now is null ? null : [new TextRun(change.Now), .. Marker(change)]);
    }

    /// <summary>What the library has lost of its sources since is not cited.</summary>
    private IEnumerable<Inline> Marker(PassageChange change)
    {
        var references = change.Sources.Select(SourceReference.Parse).Where(reference =>
            words.Library.Sources.FirstOrDefault(source => source.Id == reference.SourceId) is { } source
            && (reference.PassageId is null || source.Passages.ContainsKey(reference.PassageId))).ToList();
        return references.Count == 0 ? [] : [new NoteMarker(notes.Number(references))];
    }

    private WithdrawnNews Withdrawn(WithdrawnDevelopment withdrawn) => new(
        Id(withdrawn.Number),
        withdrawn.Number,
        withdrawn.Titles.GetValueOrDefault(words.Language) ?? withdrawn.Titles.GetValueOrDefault(ContentLibrary.Original)
            ?? withdrawn.Titles.Values.FirstOrDefault(""),
        words.Fill("withdrawn-reason", ("date", words.Date(withdrawn.Day)), ("reason", withdrawn.Reason)).Trim());

    private StandingLine StandingOf(Section section, string? service) => new(
        section.Id,
        section.Title,
        words.List(section.Topics.Select(topic => topic.Title)),
        BriefingComposer.Status(section, words),
        service is null ? null : $"{service.TrimEnd('/')}/?sections={Uri.EscapeDataString(section.Id)}");

    /// <summary>As the layout names a target.</summary>
    private static string Id(string number) => number.ToLowerInvariant();

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
