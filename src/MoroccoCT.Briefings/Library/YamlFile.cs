namespace MoroccoCT.Briefings.Library;

/// <summary>One YAML text, a whole file or the front matter of one, and the faults found in it.</summary>
/// <param name="path">Relative to the library.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class YamlFile(string path, int firstLine, List<LibraryProblem> problems)
{
    private string[] lines = [];

    /// <summary>Whether each text must be there in the original language, or in any.</summary>
    public bool NeedsOriginal { get; init; } = true;

    public YamlMap? Map(string text)
    {
        var root = Root(text);
        if (root is YamlGroup group)
            return new(group, this);
        if (root is not null)
            Fault(firstLine, "this is not a group of keys", "write 'key: value' lines");
        return null;
    }

    public IReadOnlyList<YamlMap> List(string text)
    {
        var root = Root(text);
        if (root is YamlList list && list.Items.All(item => item is YamlGroup))
            return [.. list.Items.Cast<YamlGroup>().Select(item => new YamlMap(item, this))];
        if (root is not null)
            Fault(firstLine, "this is not a list of entries", "begin each entry with '- '");
        return [];
    }

    public void Fault(int line, string what, string advice) => problems.Add(new(path, line, what, advice));

    public void CheckCharacters(string text, int line)
    {
        problems.AddRange(ControlCharacter.Faults(text.Where(c => c is not ('\n' or '\t')), path, line));
        problems.AddRange(PrintableText.Faults(text, path, letter => LineOf(letter, line)));
    }

    /// <summary>A text may run over many lines. A letter written by its code is told with the line on which the text begins.</summary>
    private int LineOf(string letter, int line)
    {
        var below = lines.Skip(line - firstLine).ToList().FindIndex(text => text.Contains(letter, StringComparison.Ordinal));
        return below < 0 ? line : line + below;
    }

    private YamlNode? Root(string text)
    {
        lines = text.Split('\n');
        try
        {
            var documents = new YamlReader(text, firstLine).Documents();
            if (documents.Count == 1)
                return documents[0];
            if (documents.Count == 0)
                Fault(firstLine, "nothing stands here", "write its entries");
            else
                Fault(documents[1].Line, "a second document begins here", "keep all entries in one: remove the line '---' or '...' in front of it");
        }
        catch (UnreadableYamlException unreadable)
        {
            Fault(unreadable.Line, unreadable.Message, unreadable.Advice);
        }

        return null;
    }
}
