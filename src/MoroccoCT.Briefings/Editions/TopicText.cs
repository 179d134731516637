using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Editions;

/// <summary>What a topic said in one edition, kept so that the next can tell what has changed.</summary>
/// <param name="Section">Id of the section.</param>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Passages">Paragraphs, items, titles and rows of tables, one after the other.</param>
public sealed record TopicText(string Section, string Topic, string Title, IReadOnlyList<TopicPassage> Passages)
{
    /// <summary>Those that an order takes, in its language. What the library has lost of them is not there.</summary>
    public static IReadOnlyList<TopicText> Of(ContentLibrary library, BriefingOrder order) =>
    [
        .. from section in Choice.Of(library, order).Sections
           from topic in section.Topics
           select new TopicText(section.Id, topic.Id, topic.Title, [.. topic.Blocks.SelectMany(PassagesOf)]),
    ];

    private static IEnumerable<TopicPassage> PassagesOf(Block block) => block switch
    {
        Paragraph paragraph => [Passage(paragraph.Content)],
        Judgement judgement => [Passage(judgement.Content)],
        BulletList list => list.Items.SelectMany(item => item.SelectMany(PassagesOf)),
        Table table => [Passage(table.Caption), Row(table.Header), .. table.Rows.Select(Row)],
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static TopicPassage Passage(IReadOnlyList<Inline> content) => new(
        OneLine(content.PlainText()),
        [.. content.Descend().OfType<Citation>().SelectMany(citation => citation.References).Select(reference => reference.ToString()).Distinct()]);

    private static TopicPassage Row(IReadOnlyList<IReadOnlyList<Inline>> cells)
    {
        var passages = cells.Select(Passage).ToList();
        return new(string.Join(" · ", passages.Select(cell => cell.Text)), [.. passages.SelectMany(cell => cell.Sources).Distinct()]);
    }

    /// <summary>A passage is a line of what is compared.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <param name="Sources">What it rests on, as the library cites it: <c>source-id</c> or <c>source-id:passage-id</c>.</param>
public sealed record TopicPassage(string Text, IReadOnlyList<string> Sources);
