using System.Text;

namespace MoroccoCT.Briefings.Content;

/// <summary>Reads and rewrites running text and blocks without regard to their nesting.</summary>
public static class InlineWalk
{
    public static IEnumerable<Inline> Descend(this IEnumerable<Inline> inlines) =>
        inlines.SelectMany(inline => Children(inline).Descend().Prepend(inline));

    /// <summary>Each paragraph, judgement, title of a table and cell, lists within lists included.</summary>
    public static IEnumerable<IReadOnlyList<Inline>> Passages(this IEnumerable<Block> blocks) => blocks.SelectMany(Runs);

    public static IEnumerable<Inline> Inlines(this IEnumerable<Block> blocks) => blocks.SelectMany(Runs).SelectMany(run => run.Descend());

    /// <summary>All words, a space between paragraphs, items and cells.</summary>
    public static string PlainText(this IEnumerable<Block> blocks) => string.Join(' ', blocks.SelectMany(Runs).Select(run => run.PlainText()));

    public static string PlainText(this IEnumerable<Inline> inlines) =>
        inlines.Descend().OfType<TextRun>().Aggregate(new StringBuilder(), (text, run) => text.Append(run.Text)).ToString().Trim();

    /// <summary>The same blocks with each leaf replaced by what <paramref name="leaf"/> makes of it.</summary>
    public static IReadOnlyList<Block> Rewrite(this IEnumerable<Block> blocks, Func<Inline, IEnumerable<Inline>> leaf) =>
        [.. blocks.Select(block => (Block)(block switch
    {
        Paragraph paragraph => paragraph with { Content = paragraph.Content.Rewrite(leaf) },
        Judgement judgement => judgement with { Content = judgement.Content.Rewrite(leaf) },
        BulletList list => list with { Items = [.. list.Items.Select(item => item.Rewrite(leaf))] },
        Table table => table with
        {
            Caption = table.Caption.Rewrite(leaf),
            Header = [.. table.Header.Select(cell => cell.Rewrite(leaf))],
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<Inline>>)[.. row.Select(cell => cell.Rewrite(leaf))])],
        },
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    }))];

    public static IReadOnlyList<Inline> Rewrite(this IEnumerable<Inline> inlines, Func<Inline, IEnumerable<Inline>> leaf) =>
        [.. inlines.SelectMany(inline => inline switch
    {
        Emphasis emphasis => [emphasis with { Content = emphasis.Content.Rewrite(leaf) }],
        Strong strong => [strong with { Content = strong.Content.Rewrite(leaf) }],
        Foreign foreign => [foreign with { Content = foreign.Content.Rewrite(leaf) }],
        Link link => [link with { Content = link.Content.Rewrite(leaf) }],
        _ => leaf(inline),
    })];

    private static IEnumerable<IReadOnlyList<Inline>> Runs(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Content],
        Judgement judgement => [judgement.Content],
        BulletList list => list.Items.SelectMany(item => item.SelectMany(Runs)),
        Table table => [table.Caption, .. table.Header, .. table.Rows.SelectMany(row => row)],
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static IReadOnlyList<Inline> Children(Inline inline) => inline switch
    {
        Emphasis emphasis => emphasis.Content,
        Strong strong => strong.Content,
        Foreign foreign => foreign.Content,
        Link link => link.Content,
        Deleted deleted => deleted.Content,
        Inserted inserted => inserted.Content,
        _ => [],
    };
}
