using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Typography of running text: rules reach across emphasis and links, and a passage in another language has its own.</summary>
internal static class InlineTypography
{
    public static IReadOnlyList<Inline> Set(IReadOnlyList<Inline> line, string language) =>
        Rebuild(line, new(Typography.Apply([.. Pieces(line)], language)));

    private static IEnumerable<string> Pieces(IEnumerable<Inline> line) => line.SelectMany(inline => inline switch
    {
        TextRun run => [run.Text],
        Foreign => [Typography.Passage.ToString()],
        Emphasis emphasis => Pieces(emphasis.Content),
        Strong strong => Pieces(strong.Content),
        Link link => Pieces(link.Content),
        _ => [],
    });

    private static List<Inline> Rebuild(IEnumerable<Inline> line, Queue<string> printed)
    {
        var result = new List<Inline>();
        foreach (var inline in line)
        {
            if (inline is not TextRun)
                result.Add(Rebuild(inline, printed));
            else if (printed.Dequeue() is { Length: > 0 } text)
                result.Add(new TextRun(text));
        }

        return result;
    }

    private static Inline Rebuild(Inline inline, Queue<string> printed)
    {
        switch (inline)
        {
            case Foreign foreign:
                printed.Dequeue();
                return foreign with { Content = Set(foreign.Content, foreign.Language) };
            case Emphasis emphasis:
                return emphasis with { Content = Rebuild(emphasis.Content, printed) };
            case Strong strong:
                return strong with { Content = Rebuild(strong.Content, printed) };
            case Link link:
                return link with { Content = Rebuild(link.Content, printed) };
            default:
                return inline;
        }
    }
}
