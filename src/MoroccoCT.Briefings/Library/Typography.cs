using System.Text;
using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>
/// Gives typed text the quotation marks, apostrophes and spaces of its language, so that an editor can type plain characters.
/// Signs that are already right stay as they are.
/// </summary>
public static partial class Typography
{
    private const char Narrow = '\u202F';
    private const char NoBreak = '\u00A0';

    /// <param name="before">The character in front of the text, where it continues a line.</param>
    public static string Apply(string text, string language, char before = ' ')
    {
        var quoted = Quotes(text, language, before);
        return language == "fr" ? FrenchSpaces(before + quoted)[1..] : quoted;
    }

    private static string Quotes(string text, string language, char before)
    {
        var (open, close) = language is "fr" or "ar" ? ('«', '»') : ('“', '”');
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '"' => IsOpening(before) ? open : close,
                '\'' => IsOpening(before) ? '‘' : '’',
                _ => c,
            });
            before = c;
        }

        return result.ToString();
    }

    private static bool IsOpening(char before) => char.IsWhiteSpace(before) || before is '(' or '[' or '–' or '—' or '-';

    /// <summary>Espace fine insécable before ; ! ? » % and after «, between groups of digits; espace insécable before a colon.</summary>
    private static string FrenchSpaces(string text)
    {
        text = BeforeHighSigns().Replace(text, $"{Narrow}$1");
        text = BeforeColon().Replace(text, $"{NoBreak}:");
        text = AfterOpeningQuote().Replace(text, $"«{Narrow}");
        return BetweenDigits().Replace(text, $"{Narrow}");
    }

    [GeneratedRegex(@"(?<=[\p{L}\p{N}\)\]’.…])[\u0020\u00A0\u202F]?([;!?»%])")]
    private static partial Regex BeforeHighSigns();

    [GeneratedRegex(@"[\u0020\u00A0\u202F]:(?=\s|$)")]
    private static partial Regex BeforeColon();

    [GeneratedRegex(@"«[\u0020\u00A0\u202F]?")]
    private static partial Regex AfterOpeningQuote();

    [GeneratedRegex(@"(?<=(?<!\d)\d{1,3})[\u0020\u00A0](?=\d{3}(?!\d))")]
    private static partial Regex BetweenDigits();
}
