namespace MoroccoCT.Briefings.Library;

/// <summary>Characters that steer a machine and print nothing. A parser may drop or replace them, or end at them, without a word.</summary>
internal static class ControlCharacter
{
    public static bool IsOne(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    public static LibraryProblem Problem(string file, int line, char character) =>
        new(file, line, $"control character U+{(int)character:X4}", "remove it; texts are plain Unicode");

    /// <summary>One problem for each kind of control character in a text.</summary>
    public static IEnumerable<LibraryProblem> Faults(IEnumerable<char> text, string file, int line) =>
        text.Where(IsOne).Distinct().Select(character => Problem(file, line, character));
}
