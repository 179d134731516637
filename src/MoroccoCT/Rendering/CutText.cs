using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace MoroccoCT.Rendering;

/// <summary>Refuses a document of which some text lies beside the paper: a printer and a viewer would leave it out without a word.</summary>
internal static class CutText
{
    /// <summary>Letters of the text that is named, enough to find it.</summary>
    private const int MostNamed = 60;

    /// <exception cref="DocumentRefusedException">Names page, side and text.</exception>
    public static void Check(PdfDocument pdf, IReadOnlyList<PageContent> pages, PrintedText printed)
    {
        var fonts = new PageFonts(pdf);
        for (var number = 1; number <= pages.Count; number++)
        {
            var page = pages[number - 1];
            var (width, height) = Paper(pdf, page.Page);
            if (!new TextReach(fonts.Of(page.Page), width, height, printed).IsOnPaper(page.Content))
                throw new DocumentRefusedException($"Page {number} is cut off {Described(pdf.GetPage(number), width, height)}.");
        }
    }

    // Lower left corner first; the engine puts it at the origin.
    private static (double Width, double Height) Paper(PdfDocument pdf, DictionaryToken page)
    {
        var box = page.TryGet(NameToken.MediaBox, out var token) ? PageContents.Resolve<ArrayToken>(pdf, token).Data.OfType<NumericToken>().ToList() : [];
        return box.Count == 4 ? (box[2].Double, box[3].Double) : throw new InvalidDataException("A page has no size.");
    }

    // Where nothing has gone wrong, this is never asked for: PdfPig takes its time to measure each letter.
    private static string Described(Page page, double width, double height)
    {
        foreach (var (side, isCut) in new (string, Func<Letter, bool>)[]
        {
            ("at the bottom", letter => letter.StartBaseLine.Y < 0),
            ("at the top", letter => letter.BoundingBox.Top > height),
            ("at the left", letter => letter.StartBaseLine.X < 0),
            ("at the right", letter => letter.EndBaseLine.X > width),
        })
        {
            if (page.Letters.Any(isCut))
                return $"{side}: “{Text(page.Letters, isCut)}”";
        }

        return "at a side";
    }

    /// <summary>What is cut first, with what stands before it on its line.</summary>
    private static string Text(IReadOnlyList<Letter> letters, Func<Letter, bool> isCut)
    {
        var first = letters.TakeWhile(letter => !isCut(letter)).Count();
        bool IsOnLine(Letter letter) => Math.Abs(letter.StartBaseLine.Y - letters[first].StartBaseLine.Y) < 1;
        var before = letters.Take(first).Reverse().TakeWhile(IsOnLine).Take(MostNamed / 2).Reverse();
        var words = string.Concat(before.Concat(letters.Skip(first).TakeWhile(IsOnLine).Take(MostNamed / 2)).Select(letter => letter.Value)).Trim();
        // A right-to-left line stands in the file from left to right.
        return words.Any(character => character is >= '\u0590' and <= '\u08ff') ? string.Concat(words.Reverse()) : words;
    }
}
