using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Library;

/// <summary>Where the policy library and its layout are; settings section <c>Library</c>.</summary>
public sealed class LibraryOptions
{
    public const string Section = "Library";

    /// <summary>The folder <c>templates</c>; null takes the one in the working directory or else the one shipped with the program.</summary>
    public string? Folder { get; set; }

    /// <summary>How often the folder is looked through for changes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);

    public string ResolvedFolder
    {
        get
        {
            if (Folder is not null)
                return Path.GetFullPath(Folder);
            var local = Path.GetFullPath("templates");
            return Directory.Exists(Path.Combine(local, "sections")) ? local : Path.Combine(AppContext.BaseDirectory, "templates");
        }
    }
}
