using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.People;

/// <summary>
/// A password is long, and more than what everybody's passwords are made of. No letter of any kind is asked for: that makes passwords worse, not better.
/// </summary>
internal static partial class PasswordRules
{
    /// <summary>In characters.</summary>
    public const int Shortest = 12;

    /// <summary>In characters; a longer one would only keep the hash busy.</summary>
    public const int Longest = 256;

    /// <summary>So many characters have to be left when all that is common is taken out.</summary>
    private const int OfItsOwn = 6;

    private const int ShortestRun = 3;

    private const string List = "MoroccoCT.People.common-passwords.txt";

    /// <summary>Of alphabets, and of the keyboards of the desk's languages.</summary>
    private static readonly string[] rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩", "ضصثقفغعهخحج", "شسيبلاتنمك", "ئءؤرلاىةوزظ",
    ];

    private static readonly Dictionary<char, char> stands = new()
    {
        ['0'] = 'o',
        ['1'] = 'i',
        ['3'] = 'e',
        ['4'] = 'a',
        ['5'] = 's',
        ['7'] = 't',
        ['@'] = 'a',
        ['$'] = 's',
    };

    private static readonly Lazy<IReadOnlyList<string>> common = new(Read);

    /// <param name="own">What belongs to the person, such as the name: it is no secret.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static PersonProblem? Fault(string password, params IEnumerable<string> own)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest)
            return new("password", PersonFault.PasswordTooShort, $"{Shortest}");
        if (password.Length > Longest)
            return new("password", PersonFault.PasswordTooLong, $"{Longest}");
        var plain = Plain(password);
        var words = common.Value.Concat(own.SelectMany(Words)).Where(word => word.Length >= ShortestRun).OrderByDescending(word => word.Length).ToList();
        return Rest(plain, words) < OfItsOwn || Rest(Unmasked(plain), words) < OfItsOwn ? new("password", PersonFault.PasswordCommon) : null;
    }

    /// <summary>A password as it is hashed: the same whatever keyboard composed its letters.</summary>
    public static string Typed(string password) => ComposedText.Of(password);

    /// <summary>How many different characters are left without words, years, runs along the keyboard and repetitions.</summary>
    private static int Rest(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            text = text.Replace(word, " ", StringComparison.Ordinal);
        text = Year().Replace(text, " ");
        text = Repeated().Replace(text, " ");
        return WithoutRuns(text).Where(char.IsLetterOrDigit).Distinct().Count();
    }

    private static string WithoutRuns(string text)
    {
        var left = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var run = Run(text.AsSpan(i));
            if (run < ShortestRun)
                left.Append(text[i]);
            i += run < ShortestRun ? 1 : run;
        }

        return left.ToString();
    }

    /// <summary>How far the text goes along a row of the keyboard, forwards or backwards.</summary>
    private static int Run(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var row in rows)
        {
            foreach (var way in new[] { row, string.Concat(row.Reverse()) })
            {
                for (var start = way.IndexOf(text[0], StringComparison.Ordinal); start >= 0; start = way.IndexOf(text[0], start + 1))
                    longest = Math.Max(longest, text.CommonPrefixLength(way.AsSpan(start)));
            }
        }

        return longest;
    }

    private static string[] Words(string name) => NotOfWord().Split(Plain(name));

    /// <summary>Capitals and wide letters make no password better.</summary>
    private static string Plain(string text) =>
        string.Concat(Typed(text).Select(letter => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - '\uFF01' + '!') : letter)).ToLowerInvariant();

    private static string Unmasked(string text) => string.Concat(text.Select(letter => stands.GetValueOrDefault(letter, letter)));

    private static IReadOnlyList<string> Read()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream(List)!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex NotOfWord();

    [GeneratedRegex("(19|20)[0-9]{2}")]
    private static partial Regex Year();

    [GeneratedRegex(@"(.{1,4})\1{2,}")]
    private static partial Regex Repeated();
}
