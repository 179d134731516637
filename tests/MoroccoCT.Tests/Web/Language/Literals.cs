using System.Text;

namespace MoroccoCT.Tests.Web.Language;

/// <summary>Finds the strings in C# and JavaScript. What is computed inside of one stands as a gap.</summary>
internal static class Literals
{
    /// <summary>In the place of a computed value.</summary>
    public const char Gap = '\uFFFC';

    public static IReadOnlyList<string> Of(string code)
    {
        var found = new List<string>();
        for (var at = 0; at < code.Length;)
            at = Next(code, at, found);
        return found;
    }

    /// <summary>Steps over one character, comment or string, and notes what strings say.</summary>
    /// <returns>Where to go on.</returns>
    public static int Next(string code, int at, List<string> found)
    {
        if (Starts(code, at, "//"))
            return End(code, at, "\n");
        if (Starts(code, at, "/*"))
            return End(code, at + 2, "*/");
        if (code[at] == '\'')
            return IsCharacter(code, at, out var after) ? after : Text(code, at + 1, "'", hasGaps: false, found);
        if (code[at] == '`')
            return Text(code, at + 1, "`", hasGaps: true, found);
        if (code[at] != '"')
            return at + 1;
        var quotes = code.AsSpan(at).IndexOfAnyExcept('"');
        var hasGaps = at > 0 && code[at - 1] == '$';
        return quotes == 2 ? at + 2 : Text(code, at + Math.Max(1, quotes), new('"', quotes > 2 ? quotes : 1), hasGaps, found);
    }

    private static int Text(string code, int at, string end, bool hasGaps, List<string> found)
    {
        var said = new StringBuilder();
        while (at < code.Length && !Starts(code, at, end))
        {
            if (end.Length == 1 && code[at] == '\\')
            {
                said.Append(code[at + 1] is 'n' or 't' or 'r' ? ' ' : code[at + 1]);
                at += 2;
            }
            else if (hasGaps && code[at] == '{' && !Starts(code, at, "{{"))
            {
                said.Append(Gap);
                at = Balanced(code, at, found);
            }
            else
            {
                said.Append(code[at++]);
            }
        }

        found.Add(said.ToString());
        return at + end.Length;
    }

    /// <summary>Steps over brackets and all between them.</summary>
    public static int Balanced(string code, int at, List<string> found)
    {
        var depth = 0;
        do
        {
            depth += code[at] is '{' or '(' or '[' ? 1 : code[at] is '}' or ')' or ']' ? -1 : 0;
            at = Next(code, at, found);
        }
        while (depth > 0 && at < code.Length);
        return at;
    }

    private static bool IsCharacter(string code, int at, out int after)
    {
        var end = at + (at + 1 < code.Length && code[at + 1] == '\\' ? 3 : 2);
        while (end < code.Length && code[end] != '\'' && end < at + 8)
            end++;
        after = end + 1;
        return end < code.Length && code[end] == '\'' && (end == at + 2 || code[at + 1] == '\\');
    }

    private static int End(string code, int at, string mark) =>
        code.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : code.Length;

    private static bool Starts(string code, int at, string mark) => string.CompareOrdinal(code, at, mark, 0, mark.Length) == 0;
}
