using MoroccoCT.Briefings.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Library;

/// <summary>The library and the layout as they were at one moment; a document is made from one snapshot alone.</summary>
public sealed record LibrarySnapshot(ContentLibrary Library, LayoutSet Layout)
{
    private const string LayoutFolder = "layouts";

    /// <summary>Reads and checks both.</summary>
    /// <exception cref="BrokenLibraryException">Names every fault with file, line and advice.</exception>
    public static LibrarySnapshot Load(string folder)
    {
        var library = ContentLibrary.Load(folder);
        try
        {
            return new(library, LayoutSet.Load(Path.Combine(folder, LayoutFolder)));
        }
        catch (LayoutRejectedException rejected)
        {
            throw new BrokenLibraryException([.. rejected.Diagnostics.Select(fault =>
                new LibraryProblem($"{LayoutFolder}/{fault.File}", fault.Line ?? 1, fault.Message, string.Join(' ', fault.Hints)))]);
        }
    }
}
