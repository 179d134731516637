using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Library.Developments;

/// <summary>What a change has changed in one field: the lines that went and those that came.</summary>
/// <param name="Field">Such as <c>date</c>, <c>texts.fr.body</c> or <c>sources.0.title</c>.</param>
public sealed record DevelopmentDifference(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <param name="before">Null for what is new: then there is nothing to compare.</param>
    public static IReadOnlyList<DevelopmentDifference> Between(DevelopmentContent? before, DevelopmentContent after)
    {
        if (before is null)
            return [];
        var (old, now) = (Fields(before), Fields(after));
        return
        [
            .. from field in old.Keys.Union(now.Keys)
               let was = old.GetValueOrDefault(field, "").Split('\n')
               let isNow = now.GetValueOrDefault(field, "").Split('\n')
               where !was.SequenceEqual(isNow)
               select new DevelopmentDifference(field, Lines(was.Except(isNow)), Lines(isNow.Except(was))),
        ];
    }

    private static IReadOnlyList<string> Lines(IEnumerable<string> lines) => [.. lines.Where(line => line.Length > 0)];

    private static Dictionary<string, string> Fields(DevelopmentContent content)
    {
        IEnumerable<(string Field, string Text)> fields =
        [
            ("date", content.Date),
            ("section", content.Section),
            ("topic", content.Topic ?? ""),
            ("marking", content.Marking ?? ""),
            .. content.Texts.SelectMany(text => new[]
            {
                ($"texts.{text.Key}.title", text.Value.Title), ($"texts.{text.Key}.body", text.Value.Body),
            }),
            .. content.Sources.SelectMany((source, place) => Fields(source).Select(field => ($"sources.{place}.{field.Member}", field.Text))),
        ];
        return fields.ToDictionary(field => field.Field, field => field.Text);
    }

    private static IEnumerable<(string Member, string Text)> Fields(WrittenSource source) =>
    [
        ("id", source.Id), ("author", Text(source.Author)), ("title", Text(source.Title)), ("short", Text(source.Short)), ("language", source.Language),
        ("date", source.Date ?? ""), ("type", source.Type), ("note", Text(source.Note)), ("statement", Text(source.Statement)),
        ("passages", string.Join('\n', source.Passages.SelectMany(passage => passage.Value.Select(text => $"{passage.Key} {text.Key}: {text.Value}")))),
    ];

    private static string Text(IReadOnlyDictionary<string, string> texts) => string.Join('\n', texts.Select(text => $"{text.Key}: {text.Value}"));
}
