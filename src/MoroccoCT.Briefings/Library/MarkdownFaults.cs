using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MoroccoCT.Briefings.Library;

/// <summary>Faults in the Markdown of one file, by the line of what is wrong.</summary>
/// <param name="file">Path relative to the library.</param>
/// <param name="firstLine">Number of the text's first line in its file.</param>
internal sealed class MarkdownFaults(string file, int firstLine, List<LibraryProblem> problems)
{
    public int LineOf(MarkdownObject syntax) => firstLine + syntax.Line;

    public void Add(MarkdownObject syntax, string what, string advice) => Add(syntax.Line, what, advice);

    /// <param name="line">Counted from the text's first, which is 0.</param>
    public void Add(int line, string what, string advice) => problems.Add(new(file, firstLine + line, what, advice));

    /// <summary>What a writer calls it.</summary>
    public static string Name(MarkdownObject syntax) => syntax switch
    {
        HeadingBlock => "a heading",
        HtmlBlock or HtmlInline => "raw HTML",
        CodeBlock or CodeInline => "code",
        LinkInline => "an image",
        LineBreakInline => "a hard line break",
        ThematicBreakBlock => "a horizontal rule",
        AutolinkInline => "a bare address in angle brackets",
        _ => syntax.GetType().Name,
    };
}
