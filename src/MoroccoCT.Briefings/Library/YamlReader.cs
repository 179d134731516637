using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// The only place that calls the YAML parser. It takes event by event, so that nesting is bounded before anything recurses into it.
/// Anchors and tags are refused: they multiply or hide what is written.
/// </summary>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class YamlReader(string text, int firstLine)
{
    /// <summary>A library uses four.</summary>
    private const int MostLevels = 16;

    private const string Advice = "check indentation, quotes and colons; put texts with a colon in double quotes";
    private const string BracketAdvice = "close each '[' with ']' and each '{' with '}'; put texts with a bracket, comma or colon in double quotes";

    private readonly Scanner scanner = new(new StringReader(text));
    private readonly Stack<NodeEvent> open = new();
    private Parser parser = null!;

    /// <summary>As many as two: a library's file has one, and what stands first in a second shows where it begins.</summary>
    /// <exception cref="UnreadableYamlException">Says what cannot be read, and where.</exception>
    public IReadOnlyList<YamlNode> Documents()
    {
        try
        {
            parser = new(scanner);
            parser.Consume<StreamStart>();
            var documents = new List<YamlNode>();
            while (documents.Count < 2 && parser.TryConsume<DocumentStart>(out _))
            {
                documents.Add(Node());
                parser.Consume<DocumentEnd>();
            }

            return documents;
        }
        catch (YamlException error)
        {
            throw Invalid(error.End, $" ({error.Message})");
        }
        catch (Exception error) when (error is not UnreadableYamlException)
        {
            // Brackets left open, and escapes of no character, make the parser stumble over itself; what it says then helps nobody.
            throw Invalid(scanner.CurrentPosition, "");
        }
    }

    private YamlNode Node()
    {
        if (parser.Accept<AnchorAlias>(out var alias))
            throw Refused(alias, "an alias (*)", "write the text itself, in double quotes if it begins with *");
        var start = parser.Require<NodeEvent>();
        if (!start.Anchor.IsEmpty)
            throw Refused(start, "an anchor (&)", "write the value alone, in double quotes if it begins with &");
        if (!start.Tag.IsEmpty)
            throw Refused(start, "a tag (!)", "write the value alone, in double quotes if it begins with !");
        if (start is Scalar scalar)
        {
            parser.MoveNext();
            return new YamlText(scalar.Value, scalar.Style == ScalarStyle.Plain, LineOf(start.Start));
        }

        if (open.Count == MostLevels)
            throw Refused(start, $"more than {MostLevels} groups and lists within one another", "write the entries as in the files that ship");
        open.Push(start);
        parser.MoveNext();
        YamlNode node = start is SequenceStart ? new YamlList(Items(), LineOf(start.Start)) : new YamlGroup(Entries(), LineOf(start.Start));
        open.Pop();
        parser.MoveNext();
        return node;
    }

    private List<YamlNode> Items()
    {
        var items = new List<YamlNode>();
        while (!parser.Accept<SequenceEnd>(out _))
            items.Add(Node());
        return items;
    }

    private OrderedDictionary<string, YamlEntry> Entries()
    {
        var entries = new OrderedDictionary<string, YamlEntry>();
        while (!parser.Accept<MappingEnd>(out _))
        {
            var start = parser.Current!;
            if (Node() is not YamlText { Value: var key })
                throw Refused(start, "a key that is no text", "write 'key: value'");
            // After a bare colon the parser leaves the value out.
            if (parser.Accept<MappingEnd>(out _))
                throw Refused(start, "a colon without a key", "write 'key: value'");
            if (!entries.TryAdd(key, new(Node(), LineOf(start.Start))))
                throw Refused(start, $"'{key}' stands twice", "use each key once");
        }

        return entries;
    }

    private int LineOf(Mark mark) => firstLine + (int)mark.Line - 1;

    private UnreadableYamlException Refused(ParsingEvent where, string what, string advice) => new(LineOf(where.Start), what, advice);

    /// <summary>A bracket left open shows only further down, so the fault is where it was opened.</summary>
    private UnreadableYamlException Invalid(Mark end, string reason)
    {
        var bracket = open.FirstOrDefault(start => start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow });
        var last = Math.Min((int)end.Line, Math.Max(1, text.TrimEnd('\n').Count(c => c == '\n') + 1));
        return new(bracket is null ? firstLine + last - 1 : LineOf(bracket.Start), $"this is no valid YAML{reason}", bracket is null ? Advice : BracketAdvice);
    }
}

/// <summary>A YAML text that cannot be read as a whole.</summary>
internal sealed class UnreadableYamlException(int line, string what, string advice) : Exception(what)
{
    public int Line => line;

    public string Advice => advice;
}
