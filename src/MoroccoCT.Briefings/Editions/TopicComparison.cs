using DiffPlex;
using DiffPlex.Model;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Editions;

/// <summary>Compares what topics said in one edition with what they say in the next, passage by passage.</summary>
public static class TopicComparison
{
    /// <returns>In the order of the topics now; then those that are gone.</returns>
    public static IReadOnlyList<TopicChange> Between(IReadOnlyList<TopicText> before, IReadOnlyList<TopicText> now) =>
    [
        .. now.Select(topic => Change(before.FirstOrDefault(one => one.Topic == topic.Topic), topic)).OfType<TopicChange>(),
        .. before.Where(topic => now.All(one => one.Topic != topic.Topic))
            .Select(topic => new TopicChange(topic.Section, topic.Topic, topic.Title, TopicChangeKind.Withdrawn, [])),
    ];

    private static TopicChange? Change(TopicText? before, TopicText now)
    {
        TopicChange Of(TopicChangeKind kind, params IReadOnlyList<PassageChange> passages) => new(now.Section, now.Topic, now.Title, kind, passages);
        if (before is null)
            return Of(TopicChangeKind.New);
        var passages = Changes([new(before.Title, []), .. before.Passages], [new(now.Title, []), .. now.Passages]);
        if (passages.Count > 0)
            return Of(TopicChangeKind.Text, passages);
        return SourcesOf(before).SetEquals(SourcesOf(now)) ? null : Of(TopicChangeKind.Sources);
    }

    private static HashSet<string> SourcesOf(TopicText topic) => [.. topic.Passages.SelectMany(passage => passage.Sources)];

    /// <summary>Of passages that took the place of others, the first is set against the first.</summary>
    private static List<PassageChange> Changes(IReadOnlyList<TopicPassage> before, IReadOnlyList<TopicPassage> now)
    {
        var changes = new List<PassageChange>();
        foreach (var block in Differ.Instance.CreateLineDiffs(Lines(before), Lines(now), ignoreWhitespace: false).DiffBlocks)
            changes.AddRange(Paired(before, now, block));
        return changes;
    }

    private static IEnumerable<PassageChange> Paired(IReadOnlyList<TopicPassage> before, IReadOnlyList<TopicPassage> now, DiffBlock block)
    {
        for (var place = 0; place < Math.Max(block.DeleteCountA, block.InsertCountB); place++)
        {
            var gone = place < block.DeleteCountA ? before[block.DeleteStartA + place] : null;
            var come = place < block.InsertCountB ? now[block.InsertStartB + place] : null;
            yield return new(gone?.Text, come?.Text, come?.Sources ?? []);
        }
    }

    /// <summary>What typography alone has changed counts for nothing.</summary>
    private static string Lines(IEnumerable<TopicPassage> passages) => string.Join('\n', passages.Select(passage => SectionParts.Normal(passage.Text)));
}
