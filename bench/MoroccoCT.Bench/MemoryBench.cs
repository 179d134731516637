using System.Diagnostics;

namespace MoroccoCT.Bench;

/// <summary>Thousands of tailored orders through one engine that is never replaced: what it holds must not grow.</summary>
internal static class MemoryBench
{
    private const double MostGrowth = 0.20;

    public static async Task RunAsync(int documents)
    {
        await using var bench = new Workbench(
            new("Typesetting:RecycleAfterDocuments", $"{2 * documents}"),
            new("Typesetting:RecycleAboveMiB", "65536"));
        var early = documents / 10;
        var earlyMiB = 0.0;
        var start = Stopwatch.GetTimestamp();
        Console.WriteLine("| documents | engine MiB | peak MiB | documents/s so far |");
        Console.WriteLine("|----------:|-----------:|---------:|-------------------:|");
        for (var made = 1; made <= documents; made++)
        {
            await bench.RenderAsync(bench.Order(made));
            if (made % early != 0)
                continue;
            if (made == early)
                earlyMiB = ResidentMemory.NowMiB;
            Console.WriteLine(
                $"| {made,9} | {ResidentMemory.NowMiB,10:0} | {ResidentMemory.PeakMiB,8:0} | {made / Stopwatch.GetElapsedTime(start).TotalSeconds,18:0.0} |");
        }

        var growth = (ResidentMemory.NowMiB / earlyMiB) - 1;
        Console.WriteLine();
        Console.WriteLine(
            $"growth from {early} to {documents} documents within {MostGrowth:P0}: {(growth <= MostGrowth ? "met" : "missed")} ({growth:+0.0%;-0.0%})");
        Console.WriteLine($"engines started {bench.Engines.Counters.Started}, replaced {bench.Engines.Counters.Recycled}");
    }
}
