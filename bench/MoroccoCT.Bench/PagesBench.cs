using MoroccoCT.Briefings.Orders;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Bench;

/// <summary>Cost per page as documents grow, every text new each time. Each length has a fresh engine, so that memory is its own.</summary>
internal static class PagesBench
{
    private static readonly int[] lengths = [5, 10, 50, 100, 200, 300];

    public static async Task RunAsync(int documents)
    {
        var (first, perPage) = await CalibrateAsync();
        Console.WriteLine("| pages | compose ms | engine ms | ms/page | CPU ms/page | engine MiB after one | peak MiB |");
        Console.WriteLine("|------:|-----------:|----------:|--------:|------------:|---------------------:|---------:|");
        foreach (var length in lengths)
        {
            await using var bench = Bench();
            await TypesetAsync(bench, topics: 1, seed: 0);
            var (compose, engine, processor) = (new Series(), new Series(), new Series());
            var (pages, after) = (0, 0.0);
            for (var seed = 1; seed <= documents; seed++)
            {
                var before = ProcessorTime.Milliseconds;
                var (document, composing) = await TypesetAsync(bench, Math.Max(1, (int)Math.Round((length - first) * perPage)), seed);
                processor.Add(ProcessorTime.Milliseconds - before);
                compose.Add(composing);
                engine.Add(document.Elapsed.TotalMilliseconds);
                pages = document.Pages;
                after = seed == 1 ? ResidentMemory.NowMiB : after;
            }

            Console.WriteLine(
                $"| {pages,5} | {compose.Median,10:0} | {engine.Median,9:0} | {engine.Median / pages,7:0.0} | {processor.Median / pages,11:0.0} "
                + $"| {after,20:0} | {ResidentMemory.PeakMiB,8:0} |");
        }
    }

    /// <summary>How many pages there are without topics, and how many topics fill one.</summary>
    private static async Task<(double First, double TopicsPerPage)> CalibrateAsync()
    {
        const int few = 10, many = 110;
        await using var bench = Bench();
        var (small, _) = await TypesetAsync(bench, few, seed: 1);
        var (large, _) = await TypesetAsync(bench, many, seed: 1);
        var topicsPerPage = (double)(many - few) / (large.Pages - small.Pages);
        return (small.Pages - (few / topicsPerPage), topicsPerPage);
    }

    /// <summary>Limits far above the defaults, so that the longest documents are measured too.</summary>
    private static Workbench Bench() => new(
        new("Typesetting:RecycleAboveMiB", "65536"),
        new("Typesetting:MemoryLimitMiB", "12288"),
        new("Typesetting:Deadline", "00:05:00"));

    private static async Task<(TypesetDocument Document, double Composing)> TypesetAsync(Workbench bench, int topics, int seed)
    {
        var library = SyntheticLibrary.Create(bench.Snapshot.Library, topics, seed);
        var order = OrderValidator.Normalize(new() { Sections = [SyntheticLibrary.Id] }, library);
        var (job, composing) = await Series.TimeAsync(async () => bench.Job(await bench.ComposeAsync(order, library)));
        return (await bench.TypesetAsync(job), composing);
    }
}
