using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Composition;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>What was composed arrives, all of it and in its order.</summary>
[Collection(RenderingCollection.Name)]
public sealed class ReadingOrderTests(RenderingFixture documents)
{
    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task The_whole_text_is_in_the_tree_in_reading_order(string language, Depth depth)
    {
        var briefing = TestBriefings.Compose(RenderingFixture.Order(language, depth));
        var elements = (await documents.ReadAsync(language, depth)).Structure.All.Select(element => Key(element.Text, language)).ToList();

        var place = 0;
        foreach (var text in Texts(briefing))
        {
            var next = elements.IndexOf(Key(text, language), place);
            next.ShouldNotBe(-1, $"'{text}' after '{(place > 0 ? elements[place - 1] : "")}'");
            place = next + 1;
        }
    }

    /// <summary>The paragraphs, items and cells of a briefing, each as one text, in the order in which they are read.</summary>
    private static IEnumerable<string> Texts(Briefing briefing) =>
    [
        briefing.Marking.Meaning,
        briefing.Marking.Label,
        briefing.Title,
        .. briefing.Front.SelectMany(row => new[] { row.Label, row.Value }).Where(text => text != TestBriefings.Issue.Reference),
        .. briefing.KeyPoints.Select(point => Text(point.Content)),
        .. briefing.KeyFigures?.Items.SelectMany(item => new[] { item.Value, item.Unit + string.Concat(item.Notes), item.Date }) ?? [],
        .. briefing.Depth == Depth.Short ? Sections(briefing).Concat(Timeline(briefing)) : Timeline(briefing).Concat(Sections(briefing)),
        .. briefing.Programmes?.Columns ?? [],
        .. briefing.Programmes?.Rows.SelectMany(row => row.Cells.Skip(1).Prepend($"{row.Cells[0]}{row.Note}")) ?? [],
        .. briefing.Glossary.SelectMany(entry => new[] { entry.Term, entry.Meaning }),
        .. briefing.Method.SelectMany(note => note.Paragraphs.Prepend(note.Title)),
    ];

    private static IEnumerable<string> Sections(Briefing briefing) => briefing.Sections.SelectMany(Texts);

    private static IEnumerable<string> Timeline(Briefing briefing) => briefing.Timeline is { } timeline ? Texts(timeline, briefing) : [];

    /// <summary>A list in a summary or a short briefing, elsewhere a table whose first column repeats the numbers in the drawing.</summary>
    private static IEnumerable<string> Texts(TimelineFigure timeline, Briefing briefing) =>
    [
        timeline.Title,
        .. briefing.Depth is Depth.Summary or Depth.Short
            ? timeline.Events.Select(mark => $"{mark.Label} {mark.Text}{mark.Note}")
            :
            [
                .. new[] { "timelineEvents", "eventNumber", "eventDate", "event" }.Select(key => briefing.Labels[key]),
                .. timeline.Events.SelectMany((mark, index) => new[] { $"{index + 1}", mark.Label, $"{mark.Text}{mark.Note}" }),
            ],
    ];

    private static IEnumerable<string> Texts(BriefingSection section) =>
    [
        $"{section.Number} {section.Title}",
        section.Status,
        .. section.Summary is { } summary ? [Text(summary)] : Array.Empty<string>(),
        .. section.Topics.SelectMany(topic => topic.Blocks.SelectMany(Texts).Prepend($"{topic.Number} {topic.Title}")),
    ];

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Paragraph paragraph => [Text(paragraph.Content)],
        Judgement judgement => [Text(judgement.Content)],
        BulletList list => list.Items.SelectMany(item => item.SelectMany(Texts)),
        Table table => [Text(table.Caption), .. table.Header.Concat(table.Rows.SelectMany(row => row)).Select(Text)],
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Text(IReadOnlyList<Inline> content) =>
        string.Concat(content.Descend().Select(inline => inline switch { TextRun run => run.Text, NoteMarker note => $"{note.Number}", _ => "" }));
}
