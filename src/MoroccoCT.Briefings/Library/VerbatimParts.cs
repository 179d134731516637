using System.Collections;
using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>Where a line holds what is no prose: web and mail addresses, file paths, queries. No sign in them is one of punctuation.</summary>
internal static partial class VerbatimParts
{
    private const string SentenceMarks = ".,;:!?…’”»،؛؟";

    /// <summary>True for each character that stays as it was typed.</summary>
    public static BitArray Of(string line)
    {
        var verbatim = new BitArray(line.Length);
        foreach (Match match in Address().Matches(line))
        {
            var end = match.Index + Length(match.Value);
            for (var i = match.Index; i < end; i++)
                verbatim[i] = true;
        }

        return verbatim;
    }

    /// <summary>A mark or bracket at its end belongs to the sentence, unless it answers one within the address.</summary>
    private static int Length(string address)
    {
        var unanswered = new Dictionary<char, int>
        {
            [')'] = address.Count(c => c == ')') - address.Count(c => c == '('),
            [']'] = address.Count(c => c == ']') - address.Count(c => c == '['),
            ['\''] = address.Count(c => c == '\'') % 2,
        };
        var length = address.Length;
        for (; length > 0; length--)
        {
            var last = address[length - 1];
            if (unanswered.TryGetValue(last, out var count) ? count <= 0 : !SentenceMarks.Contains(last, StringComparison.Ordinal))
                break;
            if (count > 0)
                unanswered[last] = count - 1;
        }

        return length;
    }

    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}])(?:
            [A-Za-z][A-Za-z0-9+.-]{0,20}://[^\s<>«»“”"]+                             # https://…
          | (?:mailto|tel|urn|doi):[^\s<>«»“”"]+
          | www\.[^\s<>«»“”"]+
          | [A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?:\?[^\s<>«»“”"]+)?
          | [A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}[/?][^\s<>«»“”"]*                  # example.org/page?x=1
          | [A-Za-z]:\\[^\s<>«»“”"]+                                            # C:\folder
          | (?:~|\.\.?)?/[A-Za-z0-9._~-]+(?:/[^\s<>«»“”"]*)                     # /folder/file
          | [A-Za-z0-9._/-]{0,200}\?[A-Za-z0-9_.-]{1,64}=[^\s<>«»“”"]*                     # page?x=1
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
