using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;

namespace MoroccoCT.Briefings.Library;

/// <summary>Signs of Markdown that mean nothing where they stand and would be printed. The parser leaves them among the words, in pieces.</summary>
internal sealed partial class MarkdownRemains(MarkdownFaults faults)
{
    /// <summary>In place of a sign that was typed behind a backslash: it is meant to be printed.</summary>
    private const char Meant = 'x';

    private readonly StringBuilder words = new();
    private MarkdigInline? first;
    private int line;

    /// <summary>The first sign of Markdown in a text that is not read as Markdown at all.</summary>
    public static string? InPlainText(string text) => First(Remains(), Prose(text)) ?? First(Markup(), Prose(text));

    /// <summary>Takes the next piece; words end where it is none.</summary>
    public void Pass(MarkdigInline inline)
    {
        if (inline is not LiteralInline literal)
        {
            Check();
            return;
        }

        first ??= literal;
        // The parser forgets the line of a bracket that it takes back.
        line = Math.Max(line, literal.Line);
        var text = literal.Content.ToString();
        words.Append(literal.IsFirstCharacterEscaped ? Meant + text[1..] : text);
    }

    /// <summary>Tells what the words up to here hold.</summary>
    public void Check()
    {
        if (first is not null && In(words.ToString(), StartsLine(first)) is { } sign)
            faults.Add(line, $"'{sign}' that means nothing here", "complete it, remove it, or write \\ before a sign that is meant to be printed");
        words.Clear();
        (first, line) = (null, 0);
    }

    private static bool StartsLine(MarkdigInline inline) => inline.PreviousSibling is null or LineBreakInline && inline.Parent is { Parent: null };

    private static string? In(string words, bool startsLine) =>
        First(Remains(), Prose(words)) ?? First(Stars(), Prose(words)) ?? (startsLine ? First(LineStart(), words) : null);

    /// <summary>Without addresses, in which any sign may stand.</summary>
    private static string Prose(string text)
    {
        var verbatim = VerbatimParts.Of(text);
        return string.Concat(text.Select((c, i) => verbatim[i] ? Meant : c));
    }

    private static string? First(Regex pattern, string text) => pattern.Match(text) is { Success: true, Value: var sign } ? sign.Trim() : null;

    [GeneratedRegex(
        """
          \*\*+ | __+ | ~~+ | ==+ | `+                                 # halves of strong, struck, marked words, code
        | \[\^[^\]\s]*\]? | \]\( | \]\[ | \[\[ | !\[ | \*\[            # notes, links, images
        | \[[ xX]\](?=\s)                                              # tasks
        | &(?:\#[0-9]+|\#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);       # an entity that no one knows
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Remains();

    /// <summary>One that opens emphasis and is not answered, one that closes none. In plain text it may lead to a note.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}*])\*(?=\p{L})|(?<=\p{L})\*(?![\p{L}\p{N}*])")]
    private static partial Regex Stars();

    [GeneratedRegex(
        """
          (?<![\p{L}\p{N}_])_(?=\p{L})[^_]*(?<=[\p{L}\p{N}.])_(?![\p{L}\p{N}_])   # _emphasis_
        | \*(?=\p{L})[^*]*\*
        | \[@[^\]]*\]? | \{\#[^{}]*\} | \{lang\s*=[^{}]*\} | </?[A-Za-z][^<>]*>
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:\#+(?=[^\s\#\d])|\||:::|\+(?=\p{L})|>)", RegexOptions.ExplicitCapture)]
    private static partial Regex LineStart();
}
