using System.Text;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Library;

/// <summary>Confirms that translations say what the original now says, in the files of a library.</summary>
internal static class ConfirmedTranslations
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="folder">Of the library that <paramref name="parts"/> were read from.</param>
    /// <param name="parts">Parts of one section's translation.</param>
    /// <returns>Whether the file had to change.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="FormatException">Its front matter is written in a way that cannot be rewritten; the file is as it was.</exception>
    public static bool Write(string folder, IReadOnlyList<TranslatedPart> parts)
    {
        var file = Path.Combine(folder, parts[0].Translation.File);
        var before = utf8.GetString(File.ReadAllBytes(file));
        var after = TranslationConfirmation.Write(before, parts);
        if (after == before)
            return false;
        Replace(file, utf8.GetBytes(after));
        return true;
    }

    /// <summary>As a whole or not at all: a running service may be reading it.</summary>
    private static void Replace(string file, byte[] content)
    {
        // Moving would go past a file that is protected.
        using (File.OpenWrite(file))
        {
        }

        var unfinished = $"{file}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(unfinished, content);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(file));
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
