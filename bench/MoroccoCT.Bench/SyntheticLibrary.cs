using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Bench;

/// <summary>A library of any length in a made-up language, cited as densely as the shipped one. It says nothing about anything.</summary>
internal sealed class SyntheticLibrary
{
    public const string Id = "fiction";

    private const int TopicsPerSource = 8;
    private const int Passages = 6;

    private readonly Random random;
    private readonly int sources;

    private SyntheticLibrary(int topics, int seed) => (random, sources) = (new(seed), 1 + (topics / TopicsPerSource));

    /// <param name="shipped">Lends its labels.</param>
    /// <param name="seed">Another seed makes other texts of the same length.</param>
    public static ContentLibrary Create(ContentLibrary shipped, int topics, int seed)
    {
        var maker = new SyntheticLibrary(topics, seed);
        return shipped with
        {
            AllSections = [maker.Section(shipped.Sections(ContentLibrary.Original)[0], topics)],
            Sources = [.. Enumerable.Range(0, maker.sources).Select(maker.Source)],
            Timeline = [],
            KeyFigures = [],
            Programmes = shipped.Programmes with { Rows = [] },
            FileHashes = new Dictionary<string, string> { [$"{Id}.md"] = new('0', 64) },
        };
    }

    private Section Section(Section pattern, int topics) => pattern with
    {
        Id = Id,
        File = $"{Id}.md",
        Title = Words(4),
        Summary = Sentence(25),
        Topics = [.. Enumerable.Range(0, topics).Select(Topic)],
        KeyPoints = [.. Enumerable.Range(0, Math.Min(3, topics)).Select(topic => new KeyPoint($"t{topic}", Sentence(30), 1))],
    };

    private Topic Topic(int number) => new(
        $"t{number}",
        Words(5),
        [
            new Paragraph(Sentence(45)),
            new BulletList(Ordered: false, [[new Paragraph(Sentence(20))], [new Paragraph(Sentence(20))], [new Paragraph(Sentence(20))]]),
            new Paragraph(Sentence(45)),
            new Judgement(Sentence(35)),
        ],
        1);

    private Source Source(int number) => new(
        $"s{number}", Text(Words(3)), Text(Words(6)), Text(Words(3)), "en", new(2020, null, null), "government-report", Text(Words(12)), Text(Words(12)),
        Enumerable.Range(0, Passages).ToDictionary(passage => $"p{passage}", passage => Text($"page {passage + 1}")), 1);

    private List<Inline> Sentence(int words) =>
        [new TextRun($"{Words(words)}."), new Citation([new($"s{random.Next(sources)}", $"p{random.Next(Passages)}")], 1)];

    private string Words(int count)
    {
        var text = string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));

    private static LocalizedText Text(string text) => new(new Dictionary<string, string> { [ContentLibrary.Original] = text }, 1);
}
