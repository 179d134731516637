using Markdig;
using Markdig.Syntax;

namespace MoroccoCT.Briefings.Library;

/// <summary>The only place that calls the Markdown parser, which meets what it cannot hold with exceptions that know no line.</summary>
/// <param name="file">Path relative to the library, for messages.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class MarkdownParser(string file, int firstLine, List<LibraryProblem> problems)
{
    private static readonly MarkdownPipeline pipeline = Pipeline();

    /// <summary>Null, and a problem, when the text cannot be read.</summary>
    public MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (Exception)
        {
            var line = firstLine + LineThatFails(text);
            problems.Add(new(file, line, "too much stands within one another here", "use fewer levels of lists, quotations, emphasis and brackets"));
            return null;
        }
    }

    /// <summary>The last line of the shortest beginning that the parser cannot hold.</summary>
    private static int LineThatFails(string text)
    {
        var lines = text.Split('\n');
        var (held, failed) = (0, lines.Length);
        while (failed - held > 1)
        {
            var middle = (held + failed) / 2;
            if (Holds(string.Join('\n', lines[..middle])))
                held = middle;
            else
                failed = middle;
        }

        return failed - 1;
    }

    private static bool Holds(string text)
    {
        try
        {
            Markdown.Parse(text, pipeline);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation();
        builder.Extensions.Add(new AttributeParser());
        builder.Extensions.Add(new CitationParser());
        return builder.Build();
    }
}
