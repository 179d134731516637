using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;
using Inline = MoroccoCT.Briefings.Content.Inline;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;

namespace MoroccoCT.Briefings.Library;

/// <summary>Turns running text of one file into the content model.</summary>
internal sealed partial class MarkdownInlines(string file, string language, int firstLine, List<LibraryProblem> problems)
{
    private readonly MarkdownFaults faults = new(file, firstLine, problems);

    public IReadOnlyList<Inline> Read(ContainerInline? container)
    {
        var result = new List<Inline>();
        foreach (var inline in Pieces(container))
        {
            var converted = Convert(inline, Before(result));
            // A citation belongs to the words before it; the space between is for the writer's eye.
            if (converted is Citation && result is [.., TextRun last])
                result[^1] = new TextRun(last.Text.TrimEnd());
            if (converted is TextRun next && result is [.., TextRun previous])
                result[^1] = new TextRun(previous.Text + next.Text);
            else if (converted is not null)
                result.Add(converted);
        }

        return result;
    }

    /// <summary>An open bracket holds all that follows it.</summary>
    private static IEnumerable<MarkdigInline> Pieces(ContainerInline? container) =>
        (container ?? []).SelectMany(inline => inline is LinkDelimiterInline bracket ? Pieces(bracket).Prepend(bracket) : [inline]);

    private Inline? Convert(MarkdigInline inline, char before)
    {
        switch (inline)
        {
            case LiteralInline literal:
                return Text(literal.Content.ToString(), literal, before);
            case HtmlEntityInline entity:
                return Text(entity.Transcoded.ToString(), entity, before);
            case LineBreakInline { IsHard: false }:
                return new TextRun(" ");
            case LinkDelimiterInline bracket:
                faults.Add(bracket, "a bracket that is not closed", "close it with ']'; a citation is written [@source-id]");
                return null;
            case CitationInline citation:
                return citation.Citation with { Line = firstLine + citation.Line };
            case EmphasisInline emphasis:
                var content = Read(emphasis);
                if (emphasis.TryGetAttributes()?.Properties?.FirstOrDefault(property => property.Key == "lang").Value is { } foreign)
                    content = [new Foreign(Language(foreign, emphasis), content)];
                return emphasis.DelimiterCount == 2 ? new Strong(content) : new Emphasis(content);
            case LinkInline { IsImage: false } link:
                return Link(link);
            default:
                faults.Add(inline, $"{MarkdownFaults.Name(inline)} is not known here", "use plain text, *emphasis*, **strong**, links with a title and citations");
                return null;
        }
    }

    private TextRun Text(string text, MarkdigInline inline, char before)
    {
        problems.AddRange(text.Where(char.IsControl).Distinct().Select(control => LibraryProblem.Control(file, faults.LineOf(inline), control)));
        if ((before + text).Replace(" ", "").Contains("[@", StringComparison.Ordinal))
            faults.Add(inline, "a citation that cannot be read", "write [@source-id] or [@one; @two]");
        return new(Typography.Apply(text, language, before));
    }

    private string Language(string code, MarkdownObject syntax)
    {
        if (!LanguageCode().IsMatch(code))
            faults.Add(syntax, $"'{code}' is no language", "write a code of two or three small letters such as {lang=fr}");
        return code;
    }

    private Link Link(LinkInline link)
    {
        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http" or "mailto"))
            faults.Add(link, $"the link '{link.Url}' is no web or mail address", "write an absolute address that begins with https://");
        if (string.IsNullOrWhiteSpace(link.Title))
            faults.Add(link, "a link without a description", "describe where it leads: [words](https://… \"description\")");
        return new(link.Url ?? "", link.Title ?? "", Read(link));
    }

    private static char Before(List<Inline> soFar) => soFar.Count == 0 ? ' ' : new[] { soFar[^1] }.Descend().OfType<TextRun>().LastOrDefault()?.Text is { Length: > 0 } text ? text[^1] : ' ';

    [GeneratedRegex("^[a-z]{2,3}$")]
    private static partial Regex LanguageCode();
}
