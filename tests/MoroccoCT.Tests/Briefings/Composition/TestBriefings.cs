using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Briefings.Composition;

/// <summary>Orders and the briefings made from them.</summary>
internal static class TestBriefings
{
    public static readonly IssueDetails Issue = new()
    {
        Date = new(2026, 11, 22),
        Fingerprint = "7f3a9c21" + new string('0', 56),
        LayoutVersion = "1a2b3c4d5e6f" + new string('0', 52),
        EngineVersion = "Typst 0.14.2",
    };

    /// <summary>All of the library that ships.</summary>
    public static readonly BriefingOrder Everything = new() { Sections = ["domestic", "us-cooperation", "regional"] };

    /// <summary>All of the invented library.</summary>
    public static readonly BriefingOrder Osk = new() { Sections = ["lights", "keepers"] };

    /// <summary>Each choice of the sections that ship, as an order names them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Choices { get; } =
    [
        .. Enumerable.Range(1, (1 << Everything.Sections.Count) - 1)
            .Select(choice => Everything.Sections.Where((_, place) => (choice >> place & 1) == 1).ToList()),
    ];

    /// <summary>Each language that ships, at each depth.</summary>
    public static TheoryData<string, Depth> LanguagesAndDepths()
    {
        var cases = new TheoryData<string, Depth>();
        foreach (var language in TestLibrary.Real.Languages)
        {
            foreach (var depth in Enum.GetValues<Depth>())
                cases.Add(language, depth);
        }

        return cases;
    }

    public static Briefing Compose(BriefingOrder order, IssueDetails? issue = null) =>
        Compose(order.Sections.Contains("lights") || order.Sections.Contains("keepers") ? TestLibrary.Fixture : TestLibrary.Real, order, issue);

    public static Briefing Compose(ContentLibrary library, BriefingOrder order, IssueDetails? issue = null) =>
        Composed(library, order, issue).Briefing;

    public static BriefingManifest Manifest(ContentLibrary library, BriefingOrder order, IssueDetails? issue = null) =>
        Composed(library, order, issue).Manifest;

    private static ComposedBriefing Composed(ContentLibrary library, BriefingOrder order, IssueDetails? issue)
    {
        order = OrderValidator.Normalize(order, library);
        return BriefingComposer.Compose(library, order, LibraryVersion.Of(library, order), issue ?? Issue);
    }

    public static string Json(object value) => JsonSerializer.Serialize(value, BriefingJson.Options);

    /// <summary>The numbers of the notes in the order in which a reader meets them.</summary>
    public static IEnumerable<int> NotesMet(Briefing briefing)
    {
        var timeline = briefing.Timeline?.Events.Select(mark => mark.Note) ?? [];
        var sections = briefing.Sections.SelectMany(
            section => Markers(section.Summary ?? []).Concat(section.Topics.SelectMany(topic => Markers(topic.Blocks.Inlines()))));
        return
        [
            .. briefing.KeyPoints.SelectMany(point => Markers(point.Content)),
            .. briefing.KeyFigures?.Items.SelectMany(item => item.Notes) ?? [],
            .. briefing.Depth == Depth.Short ? sections.Concat(timeline) : timeline.Concat(sections),
            .. briefing.Programmes?.Rows.Select(row => row.Note) ?? [],
        ];
    }

    public static string Row(Briefing briefing, string label) => briefing.Front.Single(row => row.Label == label).Value;

    private static IEnumerable<int> Markers(IEnumerable<Inline> text) => text.Descend().OfType<NoteMarker>().Select(note => note.Number);
}
