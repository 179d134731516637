using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Developments;

/// <summary>
/// Fields of a form as the entries of a data file, so that the library's reader reads and checks them. Each has a line of its own, by which
/// what is wrong finds its field again.
/// </summary>
internal sealed class EnteredFields(string file)
{
    private readonly List<string> fields = [];
    private readonly List<LibraryProblem> problems = [];

    /// <summary>What has been found wrong, with the field it was found in.</summary>
    public IEnumerable<(string Field, LibraryProblem Problem)> Problems => problems.Select(problem => (fields[problem.Line - 1], problem));

    public YamlMap Map(string field, params IReadOnlyList<KeyValuePair<string, YamlNode>> entries) =>
        new(Group(field, entries), new(file, firstLine: 1, problems) { NeedsOriginal = false });

    public YamlText Text(string field, string? text) => new(text ?? "", IsPlain: string.IsNullOrEmpty(text), LineFor(field));

    public YamlGroup Texts(string field, IReadOnlyDictionary<string, string> texts) =>
        Group(field, [.. texts.Select(text => KeyValuePair.Create<string, YamlNode>(text.Key, Text($"{field}.{text.Key}", text.Value)))]);

    public YamlGroup Group(string field, IReadOnlyList<KeyValuePair<string, YamlNode>> entries)
    {
        var group = new YamlGroup([], LineFor(field));
        foreach (var (key, value) in entries)
            group.Entries.Add(key, new(value, value.Line));
        return group;
    }

    private int LineFor(string field)
    {
        fields.Add(field);
        return fields.Count;
    }
}
