using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Tests.Briefings.Content;

public class InlineWalkTests
{
    private static readonly IReadOnlyList<Inline> text =
    [
        new TextRun("The "),
        new Strong([new Emphasis([new TextRun("old "), new Foreign("fr", [new TextRun("phare")])])]),
        new Link("https://osk.example", "Osk", [new TextRun(" of Osk"), new NoteMarker(1)]),
        new NoteMarker(2),
    ];

    private static readonly IReadOnlyList<Block> blocks =
    [
        new Paragraph(text),
        new Judgement([new TextRun("Fine")]),
        new BulletList(false,
        [
            [new Paragraph([new TextRun("North")]), new BulletList(true, [[new Paragraph([new TextRun("white"), new NoteMarker(3)])]])],
            [new Paragraph([new TextRun("South")])],
        ]),
        new Table(
            [new TextRun("Title"), new NoteMarker(4)],
            [[new TextRun("Head")]],
            [[[new TextRun("Cell"), new NoteMarker(5)]], [[new TextRun("Last")]]],
            ["start"]),
    ];

    [Fact]
    public void Every_piece_is_met_in_reading_order() =>
        blocks.Inlines().OfType<NoteMarker>().Select(note => note.Number).ShouldBe([1, 2, 3, 4, 5]);

    [Fact]
    public void Plain_text_leaves_out_form_and_notes() => text.PlainText().ShouldBe("The old phare of Osk");

    [Fact]
    public void Plain_text_keeps_paragraphs_items_and_cells_apart() =>
        blocks.PlainText().ShouldBe("The old phare of Osk Fine North white South Title Head Cell Last");

    [Fact]
    public void Rewriting_reaches_every_leaf_and_leaves_the_form_alone()
    {
        var rewritten = blocks.Rewrite(leaf => leaf is NoteMarker note ? [new NoteMarker(note.Number * 10)] : [leaf]);

        rewritten.Inlines().OfType<NoteMarker>().Select(note => note.Number).ShouldBe([10, 20, 30, 40, 50]);
        rewritten.PlainText().ShouldBe(blocks.PlainText());
        rewritten.Inlines().Select(inline => inline.GetType()).ShouldBe(blocks.Inlines().Select(inline => inline.GetType()));
    }

    [Fact]
    public void A_leaf_may_become_several_or_none()
    {
        text.Rewrite(leaf => leaf is TextRun ? [leaf, leaf] : []).PlainText().ShouldBe("The The old old pharephare of Osk of Osk");
        text.Rewrite(leaf => leaf is NoteMarker ? [] : [leaf]).Descend().OfType<NoteMarker>().ShouldBeEmpty();
    }
}
