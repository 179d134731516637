using System.Globalization;
using System.Text;

namespace MoroccoCT.Language;

/// <summary>Makes text from outside safe for a log or a list: it can neither begin a line, nor steer a terminal, nor turn what stands beside it.</summary>
internal static class VisibleText
{
    /// <summary>Writes what cannot be seen as <c>\u001B</c>: in JSON too, where it can only stand inside a string. Letters of every script stay.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(c => IsHidden(c) || char.IsSurrogate(c)))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune) && !IsHidden(rune))
            {
                safe.Append(rune.ToString());
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                safe.Append(Written(text[i]));
            }
        }

        return safe.ToString();
    }

    private static string Written(char c) => c switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ => $@"\u{(int)c:X4}",
    };

    private static bool IsHidden(char c) => !char.IsSurrogate(c) && IsHidden(new Rune(c));

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
