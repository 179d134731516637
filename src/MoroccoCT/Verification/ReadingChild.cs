namespace MoroccoCT.Verification;

/// <summary>
/// The process that reads one foreign file and ends. A file can be made to overflow the stack or to unpack without end, and no care in the reader's code
/// prevents it all: so the reader works where its death harms nothing.
/// </summary>
internal static class ReadingChild
{
    /// <summary>The program's command for it. People never call it, so it is not in the help.</summary>
    public const string Command = "read-manifest";

    /// <summary>File on standard input, answer on standard output.</summary>
    public static void Run()
    {
        using var output = Console.OpenStandardOutput();
        output.WriteByte((byte)'\n');
        output.Flush();
        using var input = Console.OpenStandardInput();
        using var file = new MemoryStream();
        input.CopyTo(file);
        output.Write(ClaimReader.Write(AttachedManifest.Read(file.GetBuffer().AsMemory(0, (int)file.Length))));
    }
}
