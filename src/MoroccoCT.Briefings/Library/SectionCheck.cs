using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Faults that a section shows by itself: topics without text, statements without a source.</summary>
internal static class SectionCheck
{
    public static IEnumerable<LibraryProblem> Check(Section section) =>
    [
        .. section.Topics.Where(topic => topic.Blocks.Count == 0)
            .Select(topic => new LibraryProblem(section.File, topic.Line, $"topic '{topic.Id}' is empty", "write at least one paragraph below its heading, or remove it")),
        .. from topic in section.Topics
           from block in topic.Blocks
           from line in Uncited(block)
           select new LibraryProblem(section.File, line, $"{What(block)} without a citation", "end it with [@source-id]; nothing is issued without its source"),
        .. section.KeyPoints.Where(point => !point.Content.Descend().OfType<Citation>().Any())
            .Select(point => new LibraryProblem(section.File, point.Line, "a key point without a citation", "end it with [@source-id]; nothing is issued without its source")),
    ];

    /// <summary>Lines of the parts of a block that name no source. Every item of a list and the title of a table count for themselves.</summary>
    private static IEnumerable<int> Uncited(Block block) => block switch
    {
        BulletList list => list.Items.Where(item => !item.Inlines().OfType<Citation>().Any()).Select(item => item.FirstOrDefault()?.Line ?? list.Line),
        Table table => table.Caption.Descend().OfType<Citation>().Any() ? [] : [table.Line],
        _ => new[] { block }.Inlines().OfType<Citation>().Any() ? [] : [block.Line],
    };

    private static string What(Block block) => block switch
    {
        Judgement => "a judgement",
        BulletList => "a list item",
        Table => "a table title",
        _ => "a paragraph",
    };
}
