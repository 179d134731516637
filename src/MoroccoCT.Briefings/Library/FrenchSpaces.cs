using System.Collections;
using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// The spaces of French typography. <em>Espace fine insécable</em> before <c>; ! ? » %</c>, after <c>«</c>, in numbers and before currency
/// signs; <em>espace insécable</em> before a colon, between a number and its unit, and after <c>n°</c>, <c>p.</c>, <c>art.</c>
/// </summary>
internal sealed partial class FrenchSpaces
{
    private const string Narrow = "\u202F";
    private const string NoBreak = "\u00A0";

    private readonly string line;
    private readonly BitArray verbatim;
    private readonly string[] printed;

    /// <summary>Spaces that a rule has dealt with; the first that fits holds.</summary>
    private readonly BitArray kept;

    private FrenchSpaces(string line, BitArray verbatim)
    {
        (this.line, this.verbatim) = (line, verbatim);
        printed = [.. line.Select(c => c.ToString())];
        kept = new(line.Length);
    }

    /// <returns>What is printed for each character: itself, a space with it, or nothing.</returns>
    public static string[] Set(string line, BitArray verbatim)
    {
        var spaces = new FrenchSpaces(line, verbatim);
        foreach (var (rule, space) in Kept)
            spaces.Keep(rule, space);
        for (var i = 0; i < line.Length; i++)
        {
            if (!verbatim[i])
                spaces.SetAt(i);
        }

        return spaces.printed;
    }

    /// <summary>Spaces that stay and must not break a line, with the space they become.</summary>
    private static IEnumerable<(Regex Rule, string Space)> Kept =>
        [(Phone(), NoBreak), (Thousands(), Narrow), (Unit(), NoBreak), (Minutes(), NoBreak), (Reference(), NoBreak), (Person(), NoBreak), (Elided(), "")];

    private void Keep(Regex rule, string space)
    {
        foreach (var i in rule.Matches(line).SelectMany(match => Enumerable.Range(match.Index, match.Length)).Where(i => !verbatim[i] && !kept[i]))
        {
            kept[i] = true;
            if (space != NoBreak || line[i] is not '\u202F')
                printed[i] = space;
        }
    }

    private void SetAt(int i)
    {
        switch (line[i])
        {
            case ';' or '!' or '?':
                Before(i, Narrow, EndsWord(i) && IsEnd(i + 1));
                break;
            case ':':
                Before(i, NoBreak, EndsWord(i) && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]) || line[i + 1] is '»' or '›'));
                break;
            case '%' or '‰' or '€' when BeforeSpaces(i) is var last && last >= 0 && char.IsDigit(line[last]):
                Before(i, Narrow, IsEnd(i + 1));
                break;
            case '»' or '›':
                Before(i, Narrow, isMissing: true);
                break;
            case '«' or '‹':
                After(i, Narrow);
                break;
        }
    }

    /// <summary>Whether a word, a number or its closing sign stands right before.</summary>
    private bool EndsWord(int i) => i > 0 && (Typography.IsWord(line[i - 1]) || ")]}»›”’.…%‰€$°*\"'".Contains(line[i - 1], StringComparison.Ordinal));

    /// <summary>Within a word, a sign is none of punctuation.</summary>
    private bool IsEnd(int i) => i == line.Length || !(Typography.IsWord(line[i]) || line[i] is '=' or '/' or '_');

    private void Before(int i, string space, bool isMissing)
    {
        var last = BeforeSpaces(i);
        // The space behind an opening mark is that mark's own.
        if (last < 0 || line[last] is '«' or '‹')
            return;
        if (last == i - 1)
            printed[i] = (isMissing ? space : "") + printed[i];
        else
            Replace(last + 1, i, space);
    }

    private void After(int i, string space)
    {
        var next = i + 1;
        while (next < line.Length && Typography.IsSpace(line[next]))
            next++;
        if (next == line.Length)
            return;
        if (next == i + 1)
            printed[i] += space;
        else
            Replace(i + 1, next, space);
    }

    private void Replace(int from, int to, string space)
    {
        for (var i = from; i < to; i++)
            printed[i] = i == from ? space : "";
    }

    private int BeforeSpaces(int i)
    {
        do
            i--;
        while (i >= 0 && Typography.IsSpace(line[i]));
        return i;
    }

    [GeneratedRegex(@"(?<=(?<!\d)\d{1,3})[ \u00A0\u202F](?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    /// <summary>+212 537 12 34 56, 05 37 12 34 56.</summary>
    [GeneratedRegex(@"(?<=\+\d[\d \u00A0\u202F]{0,18}|(?<!\d)0\d(?:[ \u00A0\u202F]\d\d){0,4})[ \u00A0\u202F](?=\d\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(
        """
        (?<=\d)[ \u00A0\u202F](?=(?:
            h|min|km/h|[kcm]?m[²³]?|[km]?g|t|ha|[kMGT]?Wh?|[kMGT]?o|°[CF]?
          | DH|dh|MDH|MMDH|MAD|EUR|USD|M€|Md€|[$£]|millions?|milliards?
        )(?![\p{L}\p{N}’']))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Unit();

    /// <summary>12 h 30.</summary>
    [GeneratedRegex(@"(?<=\d[ \u00A0\u202F]?h)[ \u00A0\u202F](?=[0-5]\d(?!\d))")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])(?:[nN]°|[nN]os|№|§|(?:pp?|[aA]rt|al|[cC]hap|[vV]ol|[fF]ig|t)\.))[ \u00A0\u202F](?=[\dIVXL])")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])(?:MM?\.|M[ml]les?|Mmes?|Dr|Pr|Me|S\.E\.))[ \u00A0\u202F](?=\p{Lu})")]
    private static partial Regex Person();

    /// <summary>An elided word and the word after it are one.</summary>
    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])(?:[cdjlmnstCDJLMNST]|\p{L}{0,8}[qQ]u)’)[ \u00A0\u202F]+(?=[«“])")]
    private static partial Regex Elided();
}
