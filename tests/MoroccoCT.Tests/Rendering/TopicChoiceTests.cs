using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Rendering.Conformance;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering;

/// <summary>A choice of topics shows on every page: what was left out is nowhere.</summary>
[Collection(RenderingCollection.Name)]
public sealed class TopicChoiceTests(RenderingFixture documents)
{
    private static readonly string[] chosen = ["bcij", "tsctp"];
    private static readonly BriefingOrder order = new() { Sections = ["domestic", "regional"], Topics = chosen, Depth = Depth.Full };

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Contents_and_bookmarks_name_the_chosen_topics_and_no_others(string language)
    {
        var pdf = await documents.ReadAsync(order with { Language = language });
        var descriptions = pdf.Annotations.ToDictionary(link => link.Reference, link => link.Description!);
        var contents = pdf.Structure.Find("TOC").SelectMany(list => list.Find("Link"))
            .Select(link => descriptions[link.Parts.OfType<TaggedAnnotation>().First().Annotation]).ToList();
        var topics = TestLibrary.Real.Sections(language).SelectMany(section => section.Topics).ToList();

        Named(contents).ShouldBe(chosen);
        Named(pdf.Bookmarks.Select(bookmark => bookmark.Title)).ShouldBe(chosen);

        IEnumerable<string> Named(IEnumerable<string> entries) =>
            topics.Where(topic => entries.Any(entry => Bare(entry).Contains(Bare(topic.Title), StringComparison.Ordinal))).Select(topic => topic.Id);
    }

    [Theory]
    [InlineData("en", Depth.Summary)]
    [InlineData("en", Depth.Full)]
    [InlineData("fr", Depth.Summary)]
    [InlineData("fr", Depth.Full)]
    public async Task Key_points_and_timeline_keep_to_the_chosen_topics(string language, Depth depth)
    {
        var text = await TextAsync(order with { Language = language, Depth = depth });
        var points = TestLibrary.Real.Sections(language).SelectMany(section => section.KeyPoints).ToList();
        var events = TestLibrary.Real.Timeline;

        points.Where(point => Says(text, point.Content.PlainText())).Select(point => point.Topic).ShouldBe(["bcij"]);
        events.Where(happening => Says(text, happening.Text.In(language))).Select(happening => happening.Topic).Order().ShouldBe(chosen);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Figures_and_paragraphs_keep_to_the_chosen_topics(string language)
    {
        var text = await TextAsync(order with { Language = language });
        var library = TestLibrary.Real;
        var paragraphs = library.Sections(language).SelectMany(section => section.Topics)
            .SelectMany(topic => topic.Blocks.OfType<Paragraph>().Select(paragraph => (topic.Id, Text: paragraph.Content.PlainText())));

        library.KeyFigures.Where(figure => Says(text, figure.Unit.In(language))).ShouldAllBe(figure => chosen.Contains(figure.Topic));
        library.Programmes.Rows.Where(row => Says(text, row.Scope.In(language))).Select(row => row.Topic).Distinct().ShouldBe(["tsctp"]);
        paragraphs.Where(paragraph => Says(text, paragraph.Text)).Select(paragraph => paragraph.Id).Distinct().ShouldBe(chosen);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Notes_and_sources_keep_to_what_is_cited(string language)
    {
        var text = await TextAsync(order with { Language = language });
        var everything = TestBriefings.Compose(RenderingFixture.Order(language, Depth.Full));
        var part = TestBriefings.Compose(order with { Language = language });

        part.Sources.Count.ShouldBeLessThan(everything.Sources.Count);
        part.Notes.Count.ShouldBeLessThan(everything.Notes.Count);
        everything.Sources.Where(source => Says(text, source.Note!)).Select(source => source.Id)
            .ShouldBe(part.Sources.Select(source => source.Id), ignoreOrder: true);
    }

    private async Task<string> TextAsync(BriefingOrder ordered) => Bare((await documents.ReadAsync(ordered)).Structure.Text);

    private static bool Says(string document, string text) => document.Contains(Bare(text), StringComparison.Ordinal);
}
