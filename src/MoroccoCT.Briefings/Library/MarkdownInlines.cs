using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MoroccoCT.Briefings.Content;
using Inline = MoroccoCT.Briefings.Content.Inline;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;

namespace MoroccoCT.Briefings.Library;

/// <summary>Turns running text of one file into the content model.</summary>
internal sealed partial class MarkdownInlines(string file, string language, int firstLine, List<LibraryProblem> problems)
{
    /// <summary>Emphasis, strong and links within one another; the page cannot show more.</summary>
    private const int MostLevels = 4;

    private readonly MarkdownFaults faults = new(file, firstLine, problems);

    /// <param name="mark">What the text begins with and is not printed.</param>
    public IReadOnlyList<Inline> Read(ContainerInline? container, string mark = "")
    {
        var line = Read(container, level: 0);
        if (mark.Length > 0)
            line[0] = new TextRun(((TextRun)line[0]).Text[mark.Length..].TrimStart());
        return InlineTypography.Set(line, language);
    }

    private List<Inline> Read(ContainerInline? container, int level)
    {
        var result = new List<Inline>();
        var run = new StringBuilder();
        var remains = new MarkdownRemains(faults);
        foreach (var inline in Pieces(container))
        {
            remains.Pass(inline);
            var converted = Convert(inline, run.Length > 0 ? run[^1] : Before(result), level);
            if (converted is TextRun text)
                run.Append(text.Text);
            if (converted is null or TextRun)
                continue;
            // A citation belongs to the words before it; the space between is for the writer's eye.
            End(converted is Citation ? run.ToString().TrimEnd() : run.ToString());
            result.Add(converted);
        }

        remains.Check();
        End(run.ToString());
        return result;

        void End(string text)
        {
            if (text.Length > 0)
                result.Add(new TextRun(text));
            run.Clear();
        }
    }

    /// <summary>An open bracket holds all that follows it, the next open bracket too.</summary>
    private static IEnumerable<MarkdigInline> Pieces(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = After(inline, container!))
            yield return inline;
    }

    private static MarkdigInline? After(MarkdigInline inline, ContainerInline container)
    {
        if (inline is LinkDelimiterInline { FirstChild: { } first })
            return first;
        while (inline.NextSibling is null && inline.Parent is { } parent && parent != container)
            inline = parent;
        return inline.NextSibling;
    }

    private Inline? Convert(MarkdigInline inline, char before, int level)
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
            case AttributeInline attribute:
                if (attribute.IsMain)
                    faults.Add(attribute, "'{.main}' at a place where it means nothing",
                        "write it once in a topic, behind the last citation of a paragraph or judgement that stands in no list");
                else if (attribute is not { Language: not null, PreviousSibling: EmphasisInline })
                    faults.Add(attribute, $"'{(attribute.Id is null ? "{lang=…}" : "{#…}")}' at a place where it means nothing",
                        "an id ends a heading: '## Title {#id}'; a language follows the passage it is of: *words*{lang=fr}");
                return null;
            case CitationInline citation:
                return citation.Citation with { Line = firstLine + citation.Line };
            case EmphasisInline or LinkInline { IsImage: false } when level == MostLevels:
                faults.Add(inline, $"more than {MostLevels} levels of emphasis and links", "write fewer within one another");
                return null;
            case EmphasisInline emphasis:
                // 2*3*4 would lose its stars. An Arabic word begins with what belongs to the word before, and may be one with it.
                if (char.IsLetterOrDigit(before) && before < '\u0250')
                    faults.Add(inline, "emphasis that begins within a word or number", "write \\* where a star is meant, or begin the emphasis with the word");
                var content = Read(emphasis, level + 1);
                if (emphasis.NextSibling is AttributeInline { Language: { } foreign })
                    content = [new Foreign(Language(foreign, emphasis), content)];
                return emphasis.DelimiterCount == 2 ? new Strong(content) : new Emphasis(content);
            case LinkInline { IsImage: false } link:
                return Link(link, level);
            default:
                const string known = "use plain text, *emphasis*, **strong**, links with a title and citations";
                faults.Add(inline, $"{MarkdownFaults.Name(inline)} is not known here", known);
                return null;
        }
    }

    private TextRun Text(string text, MarkdigInline inline, char before)
    {
        var line = faults.LineOf(inline);
        problems.AddRange(ControlCharacter.Faults(text, file, line));
        problems.AddRange(PrintableText.Faults(ComposedText.Of(text), file, line));
        if ((before + text).Replace(" ", "").Contains("[@", StringComparison.Ordinal))
            faults.Add(inline, "a citation that cannot be read", "write [@source-id] or [@one; @two]");
        return new(text);
    }

    private string Language(string code, MarkdownObject syntax)
    {
        if (!LanguageCode().IsMatch(code))
            faults.Add(syntax, $"'{code}' is no language", "write a code of two or three small letters such as {lang=fr}");
        return code;
    }

    private Link Link(LinkInline link, int level)
    {
        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http" or "mailto"))
            faults.Add(link, $"the link '{link.Url}' is no web or mail address", "write an absolute address that begins with https://");
        if (string.IsNullOrWhiteSpace(link.Title))
            faults.Add(link, "a link without a description", "describe where it leads: [words](https://… \"description\")");
        return new(link.Url ?? "", link.Title ?? "", Read(link, level + 1));
    }

    private static char Before(List<Inline> soFar) => soFar.TakeLast(1).Descend().OfType<TextRun>().LastOrDefault()?.Text[^1] ?? ' ';

    [GeneratedRegex(@"^[a-z]{2,3}\z")]
    private static partial Regex LanguageCode();
}
