using System.Diagnostics;
using System.Globalization;

namespace MoroccoCT.Typesetting;

/// <summary>
/// A program for <see cref="Errands"/>: it writes one byte, whichever, as soon as it runs, reads its standard input to the end, writes its answer to standard
/// output and ends with status 0.
/// </summary>
/// <param name="Program">Its full path.</param>
/// <param name="Environment">All it gets beside a PATH.</param>
public sealed record ErrandCommand(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>A runtime opens each of its parts once, some dozens in all.</summary>
    private const int OpenFiles = 256;

    /// <summary>Bounded also where the system's own limit is none: a stack is not data, so the limit of memory does not hold it.</summary>
    private const int StackBytes = 2 << 20;

    /// <summary>It cannot write a file, and where the service that keeps the time is gone, processor time ends it.</summary>
    internal ProcessStartInfo Within(ErrandLimits limits)
    {
        var seconds = (int)Math.Ceiling((limits.StartDeadline + limits.Deadline).TotalSeconds);
        string[] bounds =
        [
            "--fsize=0",
            string.Create(CultureInfo.InvariantCulture, $"--nofile={OpenFiles}"),
            string.Create(CultureInfo.InvariantCulture, $"--stack={StackBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}"),
        ];
        return Containment.Command([Program, .. Arguments], limits.MemoryMiB, bounds, Path.GetPathRoot(AppContext.BaseDirectory)!, Environment);
    }
}
