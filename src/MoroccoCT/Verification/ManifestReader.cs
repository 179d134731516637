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

    internal static ErrandCommand Command() => ErrandCommand.Of(typeof(ManifestReader).Assembly, ReadingChild.Command, HeapBytes);
}
