namespace MoroccoCT.Typesetting;

/// <summary>The files that the engine loads as fonts.</summary>
internal static class FontFiles
{
    private static readonly HashSet<string> endings = new([".otf", ".ttf", ".otc", ".ttc"], StringComparer.OrdinalIgnoreCase);

    public static bool IsOne(string path) => endings.Contains(Path.GetExtension(path));
}
