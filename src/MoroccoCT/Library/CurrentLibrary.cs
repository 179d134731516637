using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Library;

/// <summary>
/// The last good library and layout. A change is loaded, checked and tried; only then it takes their place. Whatever goes wrong on the
/// way leaves the good ones in use and raises a warning.
/// </summary>
public sealed class CurrentLibrary
{
    /// <summary>Where the day begins first. Whoever reviews a text may sit in any time zone.</summary>
    private static readonly TimeSpan earliestZone = TimeSpan.FromHours(14);

    private readonly LibraryOptions options;
    private readonly string folder;
    private readonly SnapshotTrial? trial;
    private readonly TimeProvider time;
    private readonly ILogger<CurrentLibrary> logger;
    private volatile State state;

    /// <param name="trial">Null takes what can be read for good.</param>
    /// <exception cref="BrokenLibraryException">There is no good library to begin with.</exception>
    public CurrentLibrary(IOptions<LibraryOptions> options, TimeProvider time, ILogger<CurrentLibrary> logger, SnapshotTrial? trial = null)
    {
        (this.options, folder, this.time, this.trial, this.logger) = (options.Value, options.Value.ResolvedFolder, time, trial, logger);
        var stamp = Stamp();
        var snapshot = Load();
        state = new(snapshot, stamp, stamp, PassedOver(snapshot), IsDecided: trial is null);
    }

    public LibrarySnapshot Snapshot => state.Snapshot;

    /// <summary>Why the files on disk are not in use, or what of them was passed over; null when all is well.</summary>
    public string? Warning => state.Warning;

    /// <summary>Takes a change of the files up, if there is one and it is good. The first time it also tries what is in use.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var before = state;
        var stamp = before.Stamp;
        var isLoaded = false;
        try
        {
            stamp = Stamp();
            if (stamp == before.Stamp && before.IsDecided)
                return;
            var snapshot = stamp == before.LoadedStamp ? before.Snapshot : Load();
            isLoaded = true;
            if (trial is not null)
                await trial.RunAsync(snapshot, cancellationToken);
            state = new(snapshot, stamp, stamp, PassedOver(snapshot), IsDecided: true);
            if (snapshot != before.Snapshot)
                logger.LogInformation("The library in {Folder} has changed and is in use", folder);
        }
        catch (BrokenLibraryException broken)
        {
            // What could not be read may be readable at the next look, though not a byte of it has changed.
            var what = stamp == before.LoadedStamp ? "The library in use cannot be typeset." : "The library on disk is broken; the last good one is in use.";
            Keep(before, stamp, $"{what} {broken.Problems.Count} to mend, first {broken.Problems[0]}", isDecided: isLoaded, broken);
        }
        catch (Exception passing) when (passing is IOException or UnauthorizedAccessException or EngineFailedException or EngineBusyException)
        {
            // Says nothing about the library: the next look tries again.
            var isChanged = stamp != before.LoadedStamp;
            var what = $"The library on disk has changed and could not be tried yet; the last good one is in use. {passing.Message}";
            Keep(before, stamp, isChanged ? what : before.Warning, isDecided: false, passing);
        }
        catch (Exception unforeseen) when (!cancellationToken.IsCancellationRequested)
        {
            Keep(before, stamp, $"The library on disk cannot be used; the last good one is in use. {unforeseen.Message}", isDecided: true, unforeseen);
        }
    }

    private LibrarySnapshot Load() => LibrarySnapshot.Load(options, DateOnly.FromDateTime(time.GetUtcNow().Add(earliestZone).DateTime));

    /// <param name="isDecided">Whether there is nothing to try until the files change again.</param>
    private void Keep(State before, string stamp, string? warning, bool isDecided, Exception reason)
    {
        state = before with { Stamp = stamp, Warning = warning, IsDecided = isDecided };
        if (warning != before.Warning)
            logger.LogWarning("The library in {Folder}: {Warning} {Reason}", folder, warning, reason.Message);
    }

    private static string? PassedOver(LibrarySnapshot snapshot) => snapshot.Library.Warnings switch
    {
        [] => null,
        [var only] => $"Not of the library and passed over: {only}",
        { Count: var count } more => $"Not of the library and passed over: {more[0]} – and {count - 1} more",
    };

    /// <summary>Names, sizes and times of all files that can be seen: cheap to compare every few seconds.</summary>
    private string Stamp()
    {
        if (!Directory.Exists(folder))
            return "missing";
        string[] looked = options.ResolvedLayouts.StartsWith(folder, StringComparison.Ordinal) ? [folder] : [folder, options.ResolvedLayouts];
        var depth = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        var files = looked.Where(Directory.Exists).SelectMany(place => new DirectoryInfo(place).EnumerateFiles("*", depth));
        return string.Join('\n', files.Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));
    }

    /// <param name="LoadedStamp">Of the files that the snapshot was read from.</param>
    /// <param name="Stamp">Of the files that were looked at last.</param>
    /// <param name="IsDecided">Whether there is nothing to try until the files change again.</param>
    private sealed record State(LibrarySnapshot Snapshot, string LoadedStamp, string Stamp, string? Warning, bool IsDecided);
}
