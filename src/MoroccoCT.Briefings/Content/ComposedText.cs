using System.Buffers;
using System.Globalization;

namespace MoroccoCT.Briefings.Content;

/// <summary>Letters with their marks in one character (Unicode NFC, for the scripts that are printed): a Mac types é as two.</summary>
public static class ComposedText
{
    private static readonly Dictionary<(char Letter, char Mark), char> together = [];
    private static readonly Dictionary<char, (char Letter, char Mark)> apart = [];
    private static readonly Dictionary<char, int> classes = [];
    private static readonly Dictionary<char, char> twins = [];
    private static readonly SearchValues<char> touched;

    static ComposedText()
    {
        foreach (var line in Compositions.Pairs.Split('\n'))
        {
            var parts = line.Split(' ');
            var mark = Code(parts[0]);
            classes[mark] = int.Parse(parts[1], CultureInfo.InvariantCulture);
            foreach (var pair in parts[2..])
                (together[(pair[0], mark)], apart[pair[1]]) = (pair[1], (pair[0], mark));
        }

        foreach (var twin in Compositions.Twins.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(twin => twin.Split('=')))
            twins[Code(twin[0])] = Code(twin[1]);
        touched = SearchValues.Create([.. classes.Keys, .. twins.Keys]);
    }

    /// <summary>The letters alone, for whoever searches without typing accents or vowel signs.</summary>
    public static string WithoutMarks(string text)
    {
        var letters = new List<char>(text.Length);
        foreach (var c in text)
            TakeApart(c, letters);
        return new([.. letters.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)]);
    }

    public static string Of(string text)
    {
        // Without marks of their own, letters are as they shall be.
        if (text.AsSpan().IndexOfAny(touched) < 0)
            return text;
        var letters = new List<char>(text.Length);
        foreach (var c in text)
            TakeApart(c, letters);
        Sort(letters);
        return new([.. PutTogether(letters)]);
    }

    /// <summary>A letter without its marks.</summary>
    internal static char BaseOf(char letter) => apart.TryGetValue(letter, out var parts) ? BaseOf(parts.Letter) : letter;

    private static void TakeApart(char c, List<char> result)
    {
        c = twins.GetValueOrDefault(c, c);
        if (!apart.TryGetValue(c, out var parts))
        {
            result.Add(c);
            return;
        }

        TakeApart(parts.Letter, result);
        result.Add(parts.Mark);
    }

    /// <summary>Marks of one letter in the order of their classes; those of one class keep theirs.</summary>
    private static void Sort(List<char> text)
    {
        for (var start = 0; start < text.Count; start++)
        {
            var end = start;
            while (end < text.Count && Class(text[end]) > 0)
                end++;
            foreach (var (offset, mark) in text[start..end].OrderBy(Class).ToList().Index())
                text[start + offset] = mark;
            start = end;
        }
    }

    private static List<char> PutTogether(List<char> text)
    {
        var result = new List<char>(text.Count);
        var (letter, last) = (-1, 0);
        foreach (var c in text)
        {
            var order = Class(c);
            if (letter >= 0 && order > 0 && order > last && together.TryGetValue((result[letter], c), out var composed))
            {
                result[letter] = composed;
                continue;
            }

            (letter, last) = order == 0 ? (IsMark(c) ? -1 : result.Count, 0) : (letter, order);
            result.Add(c);
        }

        return result;
    }

    /// <summary>0 for what is no mark, or one that is part of no letter.</summary>
    private static int Class(char c) => classes.GetValueOrDefault(c);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static char Code(string hexadecimal) => (char)int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
