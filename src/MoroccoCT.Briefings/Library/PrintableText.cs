using System.Text;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>Letters of the library's texts that no shipped font has. Each order with such a text would fail.</summary>
internal static class PrintableText
{
    /// <summary>A text in another script altogether has as many as that script.</summary>
    private const int MostTold = 20;

    /// <summary>One problem for each of them, controls aside, which are told as such.</summary>
    /// <param name="line">Of the text, or of a letter in it.</param>
    public static IEnumerable<LibraryProblem> Faults(string text, string file, Func<string, int> line) =>
        from other in PrintableCharacters.Others(text).Take(MostTold)
        where other is not { IsBmp: true } || !ControlCharacter.IsOne((char)other.Value)
        select new LibraryProblem(file, line(other.ToString()), $"'{other}' (U+{other.Value:X4}) stands in no font of the program", Advice(other));

    public static IEnumerable<LibraryProblem> Faults(string text, string file, int line) => Faults(text, file, _ => line);

    private static string Advice(Rune other) => PrintableCharacters.Nearest(other) switch
    {
        null => "write it in letters of a script that is printed: Latin, Arabic, Tifinagh, Greek, Cyrillic or Hebrew",
        "" => "remove it: it prints nothing",
        var nearest => $"write '{nearest}'",
    };
}
