using System.Text;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Library;

/// <summary>Reads a layout and adds the file that the program makes for it.</summary>
internal static class LayoutLoader
{
    /// <param name="name">What messages call the folder.</param>
    /// <returns>The layout, and what of the folder was passed over.</returns>
    /// <exception cref="LayoutRejectedException">The folder holds what no layout may hold, or cannot be read.</exception>
    public static (LayoutSet Layout, IReadOnlyList<LibraryProblem> Warnings) Load(string folder, string name)
    {
        var written = LayoutSet.Load(folder);
        var layout = written.With(SlotsFile.Name, Encoding.UTF8.GetBytes(SlotsFile.Text));
        if (!written.Files.ContainsKey(SlotsFile.Name))
            return (layout, []);
        // An older version of the program brought it as a file, and a layout copied from there has it still.
        return (layout, [new($"{name}/{SlotsFile.Name}", 1, "the program makes this file itself and does not use the one that lies here", "remove it")]);
    }
}
