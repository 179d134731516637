using System.Collections;
using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// Turns the typewriter's <c>"</c> and <c>'</c> into quotation marks and apostrophes. A mark opens or closes by what stands on its two
/// sides; between two words, by whether a quotation is open.
/// </summary>
internal sealed partial class QuotationMarks
{
    private const char Apostrophe = '’';

    /// <summary>Quotations within one another; what is left open in deeper ones is not missed.</summary>
    private const int MostLevels = 8;

    /// <summary>Right behind these a mark opens.</summary>
    private const string Openers = "([{«“‘‹„–—-/=+*#";

    /// <summary>Right in front of these a mark closes.</summary>
    private const string Closers = ".,;:!?…)]}»”’›–—-/=+*|،؛؟%";

    private readonly string typed;
    private readonly BitArray verbatim;
    private readonly bool isFrench;

    /// <summary>From the outermost quotation inwards, whatever sign was typed; otherwise each sign has its own.</summary>
    private readonly bool byDepth;
    private readonly Pair[] pairs;
    private readonly char[] set;
    private readonly Stack<Quotation> open = new();

    /// <summary>The last single mark that can close a quotation.</summary>
    private readonly Lazy<int> lastEnd;

    private QuotationMarks(string typed, string language, BitArray verbatim)
    {
        (this.typed, this.verbatim) = (typed, verbatim);
        isFrench = language == "fr";
        byDepth = language is "fr" or "ar";
        pairs = byDepth ? [new('«', '»'), new('“', '”'), new('‘', '’')] : [new('“', '”'), new('‘', '’')];
        set = typed.ToCharArray();
        lastEnd = new(LastEnd);
    }

    /// <returns>As many characters as were typed.</returns>
    public static string Set(string typed, string language, BitArray verbatim)
    {
        var marks = new QuotationMarks(typed, language, verbatim);
        for (var i = 0; i < typed.Length; i++)
        {
            if (!verbatim[i])
                marks.SetAt(i);
        }

        // What was taken for feet or minutes may turn out to end a quotation, once the marks around it are printed.
        var printed = new string(marks.set);
        return printed == typed || !printed.AsSpan().ContainsAny('"', '\'') ? printed : Set(printed, language, verbatim);
    }

    private void SetAt(int i)
    {
        var sign = typed[i];
        if (sign is not ('"' or '\''))
            Follow(i);
        else if (sign == '\'' && IsApostrophe(i))
            set[i] = Apostrophe;
        else if (char.IsDigit(Before(i)) && (!IsOpen(sign) || (sign == '\'' && char.IsDigit(After(i)))))
            set[i] = sign; // Feet and inches, minutes and seconds.
        else if (Opens(i) && (sign == '"' || HasEnd(i)))
            Open(i, sign);
        else if (IsOpen(sign))
            Close(i, sign);
        else
            set[i] = sign == '\'' ? Apostrophe : pairs[0].Close;
    }

    /// <summary>Marks that were typed as they are printed open and close as well.</summary>
    private void Follow(int i)
    {
        var c = typed[i];
        if (c is '«' or '“' or '‘' or '‹')
            Push(new(new(c, c switch { '«' => '»', '“' => '”', '‘' => '’', _ => '›' }), c == '‘' ? '\'' : '"'));
        else if (c is '»' or '”' or '›' or Apostrophe
            && (c == Apostrophe ? open.TryPeek(out var last) && last.Pair.Close == c && !IsApostrophe(i) : open.Any(one => one.Pair.Close == c)))
            PopTo(one => one.Pair.Close == c);
    }

    /// <summary>Also where a mark of this sign was typed as it is printed.</summary>
    private bool IsOpen(char sign) => sign == '"'
        ? open.Any(one => one.Typed == '"' || one.Pair.Open != '‘')
        : open.Any(one => one.Typed == '\'' || one.Pair.Open == '‘') || (byDepth && open.TryPeek(out var last) && last.Pair != pairs[0]);

    private bool IsApostrophe(int i) =>
        IsWithinWord(i) || IsElision(i) || (!Typography.IsWord(Before(i)) && ShortYear().IsMatch(typed, i)) || Shortened().IsMatch(typed, i);

    /// <summary>Arabic writes what stands before a quotation in one with it, and has no apostrophes.</summary>
    private bool IsWithinWord(int i) =>
        Typography.IsWord(After(i)) && !(char.IsDigit(Before(i)) && char.IsDigit(After(i))) && Typography.IsWord(Before(i)) && !IsArabic(Before(i));

    /// <summary>The French l’, d’, qu’ in front of a quotation, even with a space typed between.</summary>
    private bool IsElision(int i) => isFrench && Elision().IsMatch(typed, i);

    private bool Opens(int i)
    {
        var (before, after) = (Before(i), Beyond(i));
        if (typed[i] == '\'' && char.IsLetter(before) && !IsArabic(before))
            return false;
        var isEnd = after == '\0' || char.IsWhiteSpace(after);
        if (before == '\0' || char.IsWhiteSpace(before))
            return isEnd ? after != '\0' && !IsOpen(typed[i]) : !IsCloser(after) || !IsOpen(typed[i]);
        if (isEnd || IsCloser(after))
            return !isEnd && before is '(' or '[' or '{' or '«' or '“' or '‘' or '‹';
        // An elided word, or what Arabic writes in one with the next word, goes before the mark: l’« x », و«x».
        return Openers.Contains(before, StringComparison.Ordinal) || !IsOpen(typed[i]);
    }

    /// <summary>A single mark that nothing answers is no quotation: the ’Abd al-Haqq group.</summary>
    private bool HasEnd(int i) => lastEnd.Value > i;

    private int LastEnd()
    {
        var j = typed.Length - 1;
        while (j > 0 && (typed[j] != '\'' || verbatim[j] || char.IsWhiteSpace(typed[j - 1]) || Typography.IsWord(After(j)) || IsElision(j)))
            j--;
        return j;
    }

    private void Open(int i, char sign)
    {
        var pair = byDepth ? Array.Find(pairs, pair => open.All(one => one.Pair != pair)) ?? pairs[^1] : Alternate(sign);
        set[i] = pair.Open;
        Push(new(pair, sign));
    }

    private void Push(Quotation quotation)
    {
        if (open.Count < MostLevels)
            open.Push(quotation);
    }

    /// <summary>English keeps single and double marks as typed, and changes between them where the same ones would meet.</summary>
    private Pair Alternate(char sign)
    {
        var (own, other) = sign == '"' ? (pairs[0], pairs[1]) : (pairs[1], pairs[0]);
        return open.TryPeek(out var around) && around.Pair == own ? other : own;
    }

    private void Close(int i, char sign)
    {
        // An apostrophe is more likely than a single quotation that ends before one within it.
        if (sign == '\'' && open.Peek() is { Typed: '"', Pair.Open: not '‘' } around && (!byDepth || around.Pair == pairs[0]))
        {
            set[i] = Apostrophe;
            return;
        }

        var closed = (sign == '"' ? open.FirstOrDefault(one => one.Typed == sign) : null) ?? open.Peek();
        set[i] = closed.Pair.Close;
        // As the printed mark is understood when it is read again.
        PopTo(one => one.Pair.Close == closed.Pair.Close);
    }

    private void PopTo(Predicate<Quotation> isIt)
    {
        while (!isIt(open.Pop()))
        {
            // What is open within it ends with it.
        }
    }

    private char Before(int i) => i == 0 ? '\0' : set[i - 1];

    private char After(int i) => i + 1 < typed.Length ? typed[i + 1] : '\0';

    /// <summary>What follows this mark and the marks that stand right behind it.</summary>
    private char Beyond(int i)
    {
        var last = Math.Min(i + MostLevels, typed.Length - 1);
        do
            i++;
        while (i < last && typed[i] is '"' or '\'');
        return i < typed.Length ? typed[i] : '\0';
    }

    private static bool IsCloser(char c) => Closers.Contains(c, StringComparison.Ordinal);

    private static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF';

    /// <summary>’90s.</summary>
    [GeneratedRegex(@"\G['’][0-9]{2}s?(?![\p{L}\p{N}'’])")]
    private static partial Regex ShortYear();

    /// <summary>English words that have lost their beginning; rock ’n’ roll has lost both ends.</summary>
    [GeneratedRegex(
        """
        \G(?:
            (?<![\p{L}\p{N}])['’](?:[nN]['’](?!\p{L})|(?:[tT](?:is|was|il)|[eE]m|[cC]ause|[bB]out)(?![\p{L}'’]))
          | (?<=(?<![\p{L}\p{N}])['’][nN])['’](?!\p{L})
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shortened();

    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])(?:[cdjlmnstCDJLMNST]|\p{L}{0,8}[qQ]u))\G['’](?=[ \u00A0\u202F]*[""'«“‘]*[\p{L}\p{N}«“])")]
    private static partial Regex Elision();

    private sealed record Pair(char Open, char Close);

    private sealed record Quotation(Pair Pair, char Typed);
}
