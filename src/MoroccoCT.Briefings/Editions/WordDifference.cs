using DiffPlex;
using DiffPlex.Chunkers;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Editions;

/// <summary>Two texts, word by word: the older one with what has gone, the newer one with what has come.</summary>
internal static class WordDifference
{
    private static readonly DelimiterChunker words = new([.. " \u00a0\u202f.,;:!?()[]/–—·«»“”‘’\"'،؛؟"]);

    public static (IReadOnlyList<Inline> Before, IReadOnlyList<Inline> Now) Of(string before, string now)
    {
        var difference = Differ.Instance.CreateDiffs(before, now, ignoreWhiteSpace: false, ignoreCase: false, words);
        var blocks = difference.DiffBlocks;
        return (
            Marked(difference.PiecesOld, [.. blocks.Select(block => (block.DeleteStartA, block.DeleteCountA))], content => new Deleted(content)),
            Marked(difference.PiecesNew, [.. blocks.Select(block => (block.InsertStartB, block.InsertCountB))], content => new Inserted(content)));
    }

    private static List<Inline> Marked(IReadOnlyList<string> pieces, IReadOnlyList<(int Start, int Count)> changes, Func<IReadOnlyList<Inline>, Inline> mark)
    {
        var text = new List<Inline>();
        var place = 0;
        foreach (var (start, end) in Joined(pieces, changes))
        {
            if (start > place)
                text.Add(Run(pieces, place, start));
            text.Add(mark([Run(pieces, start, end)]));
            place = end;
        }

        if (place < pieces.Count)
            text.Add(Run(pieces, place, pieces.Count));
        return text;
    }

    /// <summary>What only a space parts is one change.</summary>
    private static List<(int Start, int End)> Joined(IReadOnlyList<string> pieces, IReadOnlyList<(int Start, int Count)> changes)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var (start, count) in changes.Where(change => change.Count > 0))
        {
            if (joined.Count > 0 && Enumerable.Range(joined[^1].End, start - joined[^1].End).All(place => string.IsNullOrWhiteSpace(pieces[place])))
                joined[^1] = (joined[^1].Start, start + count);
            else
                joined.Add((start, start + count));
        }

        return joined;
    }

    private static TextRun Run(IReadOnlyList<string> pieces, int start, int end) => new(string.Concat(pieces.Skip(start).Take(end - start)));
}
