namespace MoroccoCT.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The library is broken, or a document does not verify.</summary>
    public const int Failed = 1;

    /// <summary>An option is wrong; asking again unchanged cannot help.</summary>
    public const int Usage = 2;

    /// <summary>The typesetting engine failed; asking again may help.</summary>
    public const int Engine = 3;
}
