using System.Globalization;
using System.Runtime.InteropServices;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Verification;

/// <summary>Has foreign files read in a process of their own and tells what came of it.</summary>
internal sealed class ManifestReader(Errands errands)
{
    /// <summary>For the file, what is read of it and the runtime's own needs.</summary>
    private const int MemoryMiB = 256;

    /// <summary>What the runtime may use for objects; the rest of the memory is for itself.</summary>
    private const long HeapBytes = 160L << 20;

    public static ErrandLimits Limits { get; } = new()
    {
        MemoryMiB = MemoryMiB,
        Deadline = TimeSpan.FromSeconds(5),
        AnswerLimit = 4 * ClaimReader.LargestManifest,
    };

    /// <returns>
    /// The manifest, or a verdict without one; <see cref="Verdict.NotChecked"/> where the reader died over the file, ran out of time or talked nonsense.
    /// </returns>
    /// <exception cref="ErrandsBusyException">Too many files wait.</exception>
    /// <exception cref="ErrandFailedException">The reader does not start; that is no fault of the file.</exception>
    public async Task<ManifestReading> ReadAsync(ForeignFile file, CancellationToken cancellationToken)
    {
        if (!file.BeginsAsPdf)
            return ManifestReading.Nothing(Verdict.NotPdf);
        try
        {
            var answer = await errands.RunAsync(Command(), file.Open(), cancellationToken);
            return ClaimReader.ReadBack(answer) ?? ManifestReading.Nothing(Verdict.NotChecked);
        }
        catch (ErrandFailedException failure) when (failure.Fault != ErrandFault.Unavailable)
        {
            return ManifestReading.Nothing(Verdict.NotChecked);
        }
    }

    /// <summary>This program, by the runtime that runs it now: whichever program has started that – itself, <c>dotnet</c> or a test.</summary>
    internal static ErrandCommand Command()
    {
        var program = Path.Combine(AppContext.BaseDirectory, $"{typeof(ManifestReader).Assembly.GetName().Name}.dll");
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var runtime = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        // A program that was published with its runtime has no other to call but itself.
        return File.Exists(runtime) && File.Exists(program)
            ? new(runtime, ["exec", program, ReadingChild.Command], Environment)
            : new(System.Environment.ProcessPath!, [ReadingChild.Command], Environment);
    }

    private static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_GCHeapHardLimit"] = HeapBytes.ToString("X", CultureInfo.InvariantCulture),
        // No thread and no memory for collecting in the background, for a debugger or for code that runs for hours.
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        // Otherwise the runtime keeps compiled code in a file, and it may write none.
        ["DOTNET_EnableWriteXorExecute"] = "0",
    };
}
