using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Reads <c>[@source-id]</c>, <c>[@source-id:passage]</c> and several of them as <c>[@one; @two]</c>.</summary>
internal sealed partial class CitationParser : InlineParser, IMarkdownExtension
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var match = Pattern().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success || match.Index != slice.Start)
            return false;
        var references = match.Groups["one"].Captures.Select(capture => SourceReference.Parse(capture.Value));
        processor.GetSourcePosition(slice.Start, out var line, out _);
        processor.Inline = new CitationInline(new([.. references], 0)) { Line = line };
        slice.Start += match.Length;
        return true;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered: the syntax tree becomes our own content model.
    }

    [GeneratedRegex(@"\G\[@(?<one>[a-z0-9:-]+)(;\s*@(?<one>[a-z0-9:-]+))*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>A citation in Markdig's syntax tree.</summary>
internal sealed class CitationInline(Citation citation) : LeafInline
{
    public Citation Citation { get; } = citation;
}
