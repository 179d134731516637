namespace MoroccoCT.EndToEnd.Processes;

/// <summary>The library that is shipped with the program.</summary>
internal static class ShippedLibrary
{
    private static readonly string shipped = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>A copy in which every briefing with this word in its title takes the engine some seconds.</summary>
    public static void CopySlowTo(string folder, string word)
    {
        CopyTo(folder);
        var layout = Path.Combine(folder, "layouts", "briefing.typ");
        var lines = File.ReadAllLines(layout).ToList();
        lines.Insert(lines.FindIndex(line => line.StartsWith("#let data = ", StringComparison.Ordinal)) + 1,
            $"#if repr(data.title).contains(\"{word}\") {{ for a in range(2000) {{ for b in range(4000) {{ let c = a * b }} }} }}");
        File.WriteAllLines(layout, lines);
    }

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
