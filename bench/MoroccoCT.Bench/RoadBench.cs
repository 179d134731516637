using System.Globalization;

namespace MoroccoCT.Bench;

/// <summary>
/// Tailored orders and nothing else, on demand: for each line with a number and a count it makes that many orders from that number on and
/// answers with the processor time of one. compare.sh runs two builds of it side by side; it uses only what older builds have as well.
/// </summary>
internal static class RoadBench
{
    public static async Task RunAsync()
    {
        await using var bench = new Workbench();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            int[] turn = [.. line.Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
            var before = ProcessorTime.Milliseconds;
            foreach (var number in Enumerable.Range(turn[0], turn[1]))
                await bench.RenderAsync(bench.Order(number));
            Console.WriteLine(((ProcessorTime.Milliseconds - before) / turn[1]).ToString("0.0", CultureInfo.InvariantCulture));
        }
    }
}
