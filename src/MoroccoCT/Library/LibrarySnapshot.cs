using MoroccoCT.Briefings.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Library;

/// <summary>The library and the layout as they were at one moment; a document is made from one snapshot alone.</summary>
public sealed record LibrarySnapshot(ContentLibrary Library, LayoutSet Layout)
{
    private const string LayoutFolder = "layouts";

    /// <summary>Reads and checks both.</summary>
    /// <param name="today">No review may be of a later day; null looks at no calendar.</param>
    /// <exception cref="BrokenLibraryException">Names every fault with file, line and advice.</exception>
    public static LibrarySnapshot Load(LibraryOptions options, DateOnly? today = null)
    {
        var library = ContentLibrary.Load(options.ResolvedFolder, LibraryOptions.LabelsFolder, today);
        try
        {
            var (layout, warnings) = LayoutLoader.Load(options.ResolvedLayouts, LayoutFolder);
            return new(library with { Warnings = [.. library.Warnings, .. warnings] }, layout);
        }
        catch (LayoutRejectedException rejected)
        {
            throw Broken(rejected);
        }
    }

    /// <summary>What the engine or the loading of the layout found, as faults of the library's files.</summary>
    internal static BrokenLibraryException Broken(LayoutRejectedException rejected) => new(
        [.. rejected.Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error).DefaultIfEmpty(new(DiagnosticSeverity.Error, rejected.Message))
            .Select(fault => new LibraryProblem($"{LayoutFolder}/{fault.File}", fault.Line ?? 1, fault.Message, string.Join(' ', fault.Hints)))]);
}
