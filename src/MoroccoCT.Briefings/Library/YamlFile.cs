using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MoroccoCT.Briefings.Library;

/// <summary>One YAML text, a whole file or the front matter of one, and the faults found in it.</summary>
/// <param name="path">Relative to the library.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class YamlFile(string path, int firstLine, List<LibraryProblem> problems)
{
    public string Path => path;

    public List<LibraryProblem> Problems => problems;

    public YamlMap? Map(string text)
    {
        var root = Root(text);
        if (root is YamlMappingNode map)
            return new(map, this);
        if (root is not null)
            Fault(firstLine, "this is not a group of keys", "write 'key: value' lines");
        return null;
    }

    public IReadOnlyList<YamlMap> List(string text)
    {
        var root = Root(text);
        if (root is YamlSequenceNode list && list.All(item => item is YamlMappingNode))
            return [.. list.Cast<YamlMappingNode>().Select(item => new YamlMap(item, this))];
        if (root is not null)
            Fault(firstLine, "this is not a list of entries", "begin each entry with '- '");
        return [];
    }

    public int LineOf(YamlNode node) => firstLine + (int)node.Start.Line - 1;

    public void Fault(int line, string what, string advice) => problems.Add(new(path, line, what, advice));

    public void CheckCharacters(string text, int line)
    {
        problems.AddRange(text.Where(c => char.IsControl(c) && c is not ('\n' or '\t')).Distinct().Select(control => LibraryProblem.Control(path, line, control)));
    }

    private YamlNode? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0)
                Fault(firstLine, "nothing stands here", "write its entries");
            else if (stream.Documents.Count > 1)
                Fault(LineOf(stream.Documents[1].RootNode), "a second document begins here", "keep all entries in one: remove the line '---' or '...' in front of it");
            else
                return stream.Documents[0].RootNode;
        }
        catch (YamlException error)
        {
            Fault(firstLine + (int)error.End.Line - 1, $"this is no valid YAML ({error.Message})", "check indentation, quotes and colons; put texts with a colon in double quotes");
        }

        return null;
    }
}
