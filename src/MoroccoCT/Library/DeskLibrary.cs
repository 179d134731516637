using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Library;

/// <summary>A library of the desk's own, begun as a copy: the texts without the layouts and words that come with each version of the program.</summary>
public static class DeskLibrary
{
    public const string FolderName = "library";

    private const string TextsFolder = "sections";

    /// <summary>Copies the texts of a library. The copy appears whole or not at all.</summary>
    /// <exception cref="BrokenLibraryException">What should be copied is no sound library.</exception>
    /// <exception cref="IOException">There is something at <paramref name="to"/> already, or it cannot be written.</exception>
    public static void Create(string from, string to)
    {
        ContentLibrary.Load(from, LibraryOptions.LabelsFolder);
        if (Path.Exists(to))
            throw new IOException($"'{to}' exists already.");
        var unfinished = $"{to}.{Environment.ProcessId}.part";
        try
        {
            foreach (var file in Texts(from))
            {
                var copy = Path.Combine(unfinished, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            Directory.Move(unfinished, to);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    private static IEnumerable<string> Texts(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Where(file => Path.GetFileName(file) != ContentLibrary.LabelsFile)
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, TextsFolder), "*.md", SearchOption.AllDirectories));
}
