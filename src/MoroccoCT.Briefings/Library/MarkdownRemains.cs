using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>Signs of Markdown that mean nothing where they stand and would be printed.</summary>
internal static partial class MarkdownRemains
{
    public const string Advice = "complete it, remove it, or write \\ before a sign that is meant to be printed";

    public const string AdviceForPlainText = "write the words alone: this text is printed as it stands";

    /// <summary>In what the Markdown parser has left as words.</summary>
    public static string? InWords(string text) => First(Remains(), text);

    /// <summary>In a text that is not read as Markdown at all.</summary>
    public static string? InPlainText(string text) => First(Remains(), text) ?? First(Markup(), text);

    /// <summary>In words that begin a line.</summary>
    public static string? AtLineStart(string text) => First(LineStart(), text);

    private static string? First(Regex pattern, string text) => pattern.Match(text) is { Success: true, Value: var sign } ? sign.Trim() : null;

    [GeneratedRegex(
        """
          \*\*+ | __+ | ~~+ | ==+ | `+                                 # halves of strong, struck, marked words, code
        | (?<![\p{L}\p{N}\s\*])\*(?=\p{L}) | (?<=^|\s)\*(?=\p{L})      # one that opens emphasis and is not answered
        | (?<=\p{L})\*(?![\p{L}\p{N}])                                 # one that closes none
        | \[\^[^\]\s]*\]? | \]\( | \]\[ | \[\[ | !\[ | \*\[            # notes, links, images
        | \[[ xX]\](?=\s)                                              # tasks
        | &(?:\#[0-9]+|\#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);       # an entity that no one knows
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Remains();

    [GeneratedRegex(
        """
          (?<![\p{L}\p{N}_])_(?=\p{L})[^_]*(?<=[\p{L}\p{N}.])_(?![\p{L}\p{N}_])   # _emphasis_
        | \*(?=\p{L})[^*]*\*
        | \[@[^\]]*\]? | \{\#[^}]*\} | \{lang\s*=[^}]*\} | </?[A-Za-z][^<>]*>
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:\#+(?=[^\s\#\d])|\||:::|\+(?=\p{L})|>)", RegexOptions.ExplicitCapture)]
    private static partial Regex LineStart();
}
