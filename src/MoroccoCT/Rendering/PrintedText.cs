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
    private readonly Stack<Mark> marks = new();
    private Vector2 last;

    /// <summary>The letters of a string that are compared.</summary>
    public string Compared(string composed) => string.Concat(composed.Where(IsCompared));

    /// <param name="isDecoration">Whether what follows is passed over by readers.</param>
    /// <param name="letters">What the signs that follow stand for together, whatever else each stands for alone; null where that holds.</param>
    public void Begin(bool isDecoration, string? letters)
    {
        if (letters is not null)
            Add(letters);
        var (isHidden, isSpelled) = marks.Count > 0 ? marks.Peek() : default;
        marks.Push(new(isHidden || isDecoration, isSpelled || letters is not null));
    }

    public void End() => marks.Pop();

    /// <summary>A sign stands for these.</summary>
    public void AddSign(string letters)
    {
        if (marks.Count == 0 || !marks.Peek().IsSpelled)
            Add(letters);
    }

    /// <summary>What was added stands here on the page.</summary>
    public void Show(Vector2 place)
    {
        if (shown.Length > 0 && (marks.Count == 0 || !marks.Peek().IsDecoration))
        {
            // A right-to-left line stands in the file from left to right; further left begins another cell.
            if (isRightToLeft && (Math.Abs(place.Y - last.Y) > SameLine || place.X < last.X))
                EndLine();
            line.Append(shown);
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

    private void Add(string letters) => shown.Append(Compared(letters));

    private void EndLine()
    {
        for (var i = 0; i < line.Length; i++)
            text.Append(line[isRightToLeft ? line.Length - 1 - i : i]);
        line.Clear();
    }

    private bool IsCompared(char c) => char.IsLetter(c) && IsRightToLeft(c) == isRightToLeft && !IsJoined(c);

    /// <summary>
    /// The forms of alef, which share one sign with a lam before them, so that either may be told first; and the line that lengthens a word.
    /// </summary>
    private static bool IsJoined(char c) => c is '\u0622' or '\u0623' or '\u0625' or '\u0627' or '\u0671' or '\u0640';

    private static bool IsRightToLeft(char c) => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFF';

    private readonly record struct Mark(bool IsDecoration, bool IsSpelled);
}
