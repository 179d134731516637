namespace MoroccoCT.Briefings.Library;

/// <summary>One fault in the library's files, or one thing beside them that is left alone. It is one line, whatever a file holds.</summary>
/// <param name="File">Path relative to the library, with forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Advice">What would be right.</param>
public sealed record LibraryProblem(string File, int Line, string What, string Advice)
{
    private const int MostCharacters = 600;

    public string File { get; } = Plain(File);

    public string What { get; } = Plain(What);

    public string Advice { get; } = Plain(Advice);

    public override string ToString() => $"{File}:{Line}: {What} – {Advice}";

    /// <summary>Names and values come from outside and end up in logs and on terminals.</summary>
    private static string Plain(string text)
    {
        var cut = text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";
        return cut.Any(ControlCharacter.IsOne) ? string.Concat(cut.Select(c => ControlCharacter.IsOne(c) ? '\uFFFD' : c)) : cut;
    }
}

/// <summary>The library cannot be used until its files are mended.</summary>
public sealed class BrokenLibraryException(IReadOnlyList<LibraryProblem> problems) : Exception(Lines(problems))
{
    /// <summary>As much as a log can bear.</summary>
    private const int MostLines = 100;

    public IReadOnlyList<LibraryProblem> Problems { get; } = problems;

    private static string Lines(IReadOnlyList<LibraryProblem> problems)
    {
        var rest = problems.Count > MostLines ? $"\nand {problems.Count - MostLines} more" : "";
        return string.Join('\n', problems.Take(MostLines)) + rest;
    }
}
