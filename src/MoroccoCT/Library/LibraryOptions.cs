using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Library;

/// <summary>Where the policy library and its layout are; settings section <c>Library</c>.</summary>
public sealed class LibraryOptions
{
    public const string Section = "Library";

    private const string LayoutsName = "layouts";

    private static readonly string shipped = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>
    /// The library's folder; null takes the desk's own, else <c>templates</c> in the working directory, else the example shipped with the
    /// program.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>Where the desk keeps its own library: an upgrade of the program does not touch it. The data folder settles it.</summary>
    public string? DeskFolder { get; set; }

    /// <summary>How often the folder is looked through for changes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);

    public string ResolvedFolder
    {
        get
        {
            if (Folder is not null)
                return Path.GetFullPath(Folder);
            if (DeskFolder is not null && Directory.Exists(DeskFolder))
                return DeskFolder;
            var local = Path.GetFullPath("templates");
            return Directory.Exists(Path.Combine(local, "sections")) ? local : shipped;
        }
    }

    /// <summary>Whether it is the example that ships with the program, which an upgrade replaces.</summary>
    public bool IsShipped => Path.TrimEndingDirectorySeparator(ResolvedFolder) == shipped;

    /// <summary>The layouts belong to the program, unless the library brings its own.</summary>
    public string ResolvedLayouts => Path.Combine(ResolvedFolder, LayoutsName) is var own && Directory.Exists(own) ? own : Path.Combine(shipped, LayoutsName);

    /// <summary>Where the words that documents print stand, which belong to the program as well; the library may bring some or all of its own.</summary>
    public static string LabelsFolder => shipped;
}
