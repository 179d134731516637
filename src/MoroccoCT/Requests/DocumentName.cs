using System.Text;
using Microsoft.Net.Http.Headers;

namespace MoroccoCT.Requests;

/// <summary>A file name that tells what is inside: number, title, language and marking.</summary>
internal static class DocumentName
{
    private const int TitleLength = 60;

    public static string Of(string number, string title, string language, string marking) =>
        $"{string.Join('_', new[] { number, Speaking(title), language, Speaking(marking) }.Where(part => part.Length > 0))}.pdf";

    /// <summary>Shown in the browser; saved under this name. The plain name is for clients that know ASCII only.</summary>
    public static string Header(string number, string title, string language, string marking)
    {
        var ascii = title.All(char.IsAscii) ? title : "";
        return new ContentDispositionHeaderValue("inline")
        {
            FileName = Of(number, ascii, language, marking),
            FileNameStar = Of(number, title, language, marking),
        }.ToString();
    }

    /// <summary>Letters and digits of any script, joined by hyphens: safe in every file system.</summary>
    private static string Speaking(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().TakeWhile(_ => name.Length < TitleLength))
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
                name.Append(rune.ToString());
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().TrimEnd('-');
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
