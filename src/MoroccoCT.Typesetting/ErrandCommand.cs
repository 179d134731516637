using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

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

    /// <summary>A command of a .NET program, by the runtime that runs it now: whichever program has started that – itself, <c>dotnet</c> or a test.</summary>
    /// <param name="heapBytes">What the runtime may use for objects; the rest of the memory is for itself.</param>
    public static ErrandCommand Of(Assembly program, string command, long heapBytes)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{program.GetName().Name}.dll");
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var runtime = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        // A program that was published with its runtime has no other to call but itself.
        return File.Exists(runtime) && File.Exists(file)
            ? new(runtime, ["exec", file, command], OfDotnet(heapBytes))
            : new(System.Environment.ProcessPath!, [command], OfDotnet(heapBytes));
    }

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

    private static Dictionary<string, string> OfDotnet(long heapBytes) => new()
    {
        ["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("X", CultureInfo.InvariantCulture),
        // No thread and no memory for collecting in the background, for a debugger or for code that runs for hours.
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        // Otherwise the runtime keeps compiled code in a file, and it may write none.
        ["DOTNET_EnableWriteXorExecute"] = "0",
    };
}
