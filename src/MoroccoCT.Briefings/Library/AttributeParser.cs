using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// Reads <c>{#id}</c>, <c>{lang=fr}</c> and <c>{.main}</c>, and nothing else between braces: Markdig's own attributes would swallow whatever
/// an author puts there.
/// </summary>
internal sealed partial class AttributeParser : InlineParser, IMarkdownExtension
{
    public AttributeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var match = Pattern().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success)
            return false;
        processor.GetSourcePosition(slice.Start, out var line, out _);
        processor.Inline = new AttributeInline(Value("id"), Value("language"), match.Groups["main"].Success) { Line = line };
        slice.Start += match.Length;
        return true;

        string? Value(string name) => match.Groups[name] is { Success: true, Value: var value } ? value.Trim(' ', '"') : null;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered: the syntax tree becomes our own content model.
    }

    [GeneratedRegex(@"\G\{[ ]*(?:\#(?<id>[^{}\n]*)|lang[ ]*=(?<language>[^{}\n]*)|(?<main>\.main)[ ]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>An id, a language or the mark of a topic's main passage in braces, in Markdig's syntax tree.</summary>
internal sealed class AttributeInline(string? id, string? language, bool isMain) : LeafInline
{
    public string? Id { get; } = id;

    public string? Language { get; } = language;

    public bool IsMain { get; } = isMain;
}
