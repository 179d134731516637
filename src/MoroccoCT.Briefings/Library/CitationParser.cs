using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Reads <c>[@source-id]</c>, <c>[@one; @two]</c> and <c>[@source-id, second point]</c>.</summary>
internal sealed partial class CitationParser : InlineParser, IMarkdownExtension
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var match = Pattern().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success || match.Index != slice.Start)
            return false;
        var references = match.Groups["one"].Captures.Select(capture => Reference(capture.Value));
        processor.Inline = new CitationInline(new([.. references])) { Line = processor.LineIndex };
        slice.Start += match.Length;
        return true;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered: the syntax tree becomes our own content model.
    }

    private static SourceReference Reference(string text)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        return new(parts[0].TrimStart('@'), parts.Length > 1 ? parts[1] : null);
    }

    [GeneratedRegex(@"\G\[(?<one>@[^;\]\n]+)(;\s*(?<one>@[^;\]\n]+))*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>A citation in Markdig's syntax tree.</summary>
internal sealed class CitationInline(Citation citation) : LeafInline
{
    public Citation Citation { get; } = citation;
}
