namespace MoroccoCT.Briefings.Library;

/// <summary>One fault in the library's files.</summary>
/// <param name="File">Path relative to the library, with forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Advice">What would be right.</param>
public sealed record LibraryProblem(string File, int Line, string What, string Advice)
{
    public static LibraryProblem Control(string file, int line, char control) =>
        new(file, line, $"control character U+{(int)control:X4}", "remove it; texts are plain Unicode");

    public override string ToString() => $"{File}:{Line}: {What} – {Advice}";
}

/// <summary>The library cannot be used until its files are mended.</summary>
public sealed class BrokenLibraryException(IReadOnlyList<LibraryProblem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<LibraryProblem> Problems { get; } = problems;
}
