using System.Collections;
using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>Where a line holds what is no prose: web and mail addresses, file paths, queries. No sign in them is one of punctuation.</summary>
internal static partial class VerbatimParts
{
    /// <summary>True for each character that stays as it was typed.</summary>
    public static BitArray Of(string line)
    {
        var verbatim = new BitArray(line.Length);
        foreach (Match match in Address().Matches(line))
        {
            for (var i = match.Index; i < match.Index + Length(match.Value); i++)
                verbatim[i] = true;
        }

        return verbatim;
    }

    /// <summary>A mark or bracket at its end belongs to the sentence, unless the bracket was opened within the address.</summary>
    private static int Length(string address)
    {
        var length = address.Length;
        while (length > 0 && IsOfTheSentence(address[..length]))
            length--;
        return length;
    }

    private static bool IsOfTheSentence(string address) => address[^1] switch
    {
        ')' => address.Count(c => c == ')') > address.Count(c => c == '('),
        ']' => address.Count(c => c == ']') > address.Count(c => c == '['),
        '\'' => address.Count(c => c == '\'') % 2 == 1,
        var last => ".,;:!?…’”»،؛؟".Contains(last, StringComparison.Ordinal),
    };

    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}])(?:
            [A-Za-z][A-Za-z0-9+.-]*://[^\s<>«»“”"]+                             # https://…
          | (?:mailto|tel|urn|doi):[^\s<>«»“”"]+
          | www\.[^\s<>«»“”"]+
          | [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\?[^\s<>«»“”"]+)?
          | [A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}[/?][^\s<>«»“”"]*                  # example.org/page?x=1
          | [A-Za-z]:\\[^\s<>«»“”"]+                                            # C:\folder
          | (?:~|\.\.?)?/[A-Za-z0-9._~-]+(?:/[^\s<>«»“”"]*)                     # /folder/file
          | [A-Za-z0-9._/-]*\?[A-Za-z0-9_.-]+=[^\s<>«»“”"]*                     # page?x=1
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
