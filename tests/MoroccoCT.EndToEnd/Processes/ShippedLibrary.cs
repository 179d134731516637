namespace MoroccoCT.EndToEnd.Processes;

/// <summary>The library that is shipped with the program.</summary>
internal static class ShippedLibrary
{
    private static readonly string shipped = Path.Combine(AppContext.BaseDirectory, "templates");

    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
