using System.Numerics;
using System.Text;

namespace MoroccoCT.Rendering;

/// <summary>
/// The letters on a document's pages, in the order in which they are read; of decoration, headers and footers none. Spaces, signs and
/// figures count for nothing, and neither do letters of scripts that run the other way: those alone could change their places.
/// </summary>
internal sealed class PrintedText(string language)
{
    /// <summary>Points: what stands closer together in height is one line.</summary>
    private const float SameLine = 0.5f;

    private readonly bool isRightToLeft = language is "ar" or "fa" or "he" or "ur";
    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private readonly StringBuilder shown = new();
    private readonly Stack<bool> marks = new();
    private int decoration;
    private Vector2 last;

    /// <summary>The letters of a string that are compared.</summary>
    public string Compared(string composed) => string.Concat(composed.Where(IsCompared));

    public void Begin(bool isDecoration)
    {
        marks.Push(isDecoration);
        decoration += isDecoration ? 1 : 0;
    }

    public void End() => decoration -= marks.Pop() ? 1 : 0;

    public void Add(string letters) => shown.Append(letters);

    /// <summary>What was added stands here on the page.</summary>
    public void Show(Vector2 place)
    {
        if (decoration == 0)
        {
            // A right-to-left line stands in the file from left to right; further left begins another cell.
            if (isRightToLeft && (Math.Abs(place.Y - last.Y) > SameLine || place.X < last.X))
                EndLine();
            foreach (var chunk in shown.GetChunks())
                foreach (var c in chunk.Span)
                    if (IsCompared(c))
                        line.Append(c);
            if (!isRightToLeft)
                EndLine();
            last = place;
        }

        shown.Clear();
    }

    public override string ToString()
    {
        EndLine();
        return text.ToString();
    }

    private void EndLine()
    {
        for (var i = 0; i < line.Length; i++)
            text.Append(line[isRightToLeft ? line.Length - 1 - i : i]);
        line.Clear();
    }

    // The Arabic line that lengthens a word is no letter.
    private bool IsCompared(char c) => char.IsLetter(c) && c is >= '\u0590' and <= '\u08FF' == isRightToLeft && c != '\u0640';
}
