using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Library;

/// <summary>The last good library. A change that breaks it leaves the good one in place and raises a warning.</summary>
public sealed class CurrentLibrary
{
    private readonly string folder;
    private readonly ILogger<CurrentLibrary> logger;
    private volatile State state;

    /// <exception cref="BrokenLibraryException">There is no good library to begin with.</exception>
    public CurrentLibrary(IOptions<LibraryOptions> options, ILogger<CurrentLibrary> logger)
    {
        folder = options.Value.ResolvedFolder;
        this.logger = logger;
        var stamp = Stamp();
        state = new(LibrarySnapshot.Load(folder), stamp, null);
    }

    public LibrarySnapshot Snapshot => state.Snapshot;

    /// <summary>Why the files on disk are not in use; null when they are.</summary>
    public string? Warning => state.Warning;

    /// <summary>Reads the files again if any of them changed.</summary>
    public void Refresh()
    {
        var before = state;
        var stamp = before.Stamp;
        try
        {
            stamp = Stamp();
            if (stamp == before.Stamp)
                return;
            state = new(LibrarySnapshot.Load(folder), stamp, null);
            logger.LogInformation("The library in {Folder} has changed and is in use", folder);
        }
        catch (BrokenLibraryException broken)
        {
            state = before with { Stamp = stamp, Warning = $"The library on disk is broken; the last good one is in use. {broken.Problems.Count} to mend, first {broken.Problems[0]}" };
            logger.LogWarning("The library in {Folder} is broken, the last good one stays in use: {Problems}", folder, broken.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A file in the middle of being written, moved or given away: the stamp stays old, so that the next look tries again.
            logger.LogInformation(unreadable, "The library in {Folder} could not be read just now", folder);
        }
    }

    /// <summary>Names, sizes and times of all files: cheap to compare every few seconds.</summary>
    private string Stamp()
    {
        if (!Directory.Exists(folder))
            return "missing";
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories);
        return string.Join('\n', files.Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));
    }

    private sealed record State(LibrarySnapshot Snapshot, string Stamp, string? Warning);
}
