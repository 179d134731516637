using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Bench;

/// <summary>Tailored orders against a browser and against bare PDF writing: in each round every contender makes the same order.</summary>
internal sealed class TailoredBench : IAsyncDisposable
{
    private const string Tailored = "tailored order, whole road";
    private const string TailoredEngine = "  engine alone";
    private const string Composing = "  compose alone";
    private const string AllNew = "every text new, compose + engine";
    private const string AllNewEngine = "  engine alone, all new";
    private const string Same = "same order again, whole road";
    private const string SameEngine = "  engine alone, again";
    private const string BarePdf = "bare PDF writing";
    private const string Finishing = "  finishing it";
    private const string BothStandards = "  both standards, finished";
    private const string Chromium = "Chromium, two passes";
    private const string ChromiumOnce = "Chromium, one pass";
    private const string ChromiumPlain = "Chromium, one pass, untagged";

    private static readonly string[] rows =
    [
        Tailored, Composing, TailoredEngine, AllNew, AllNewEngine, Same, SameEngine, BarePdf, Finishing, BothStandards,
        Chromium, ChromiumOnce, ChromiumPlain,
    ];

    private readonly Workbench road = new(), engine = new(), renewed = new(), same = new();
    private readonly PdfWriting writing = new();
    private Dictionary<string, (Series Clock, Series Processor)> table = [];
    private Series pages = new(), browserPages = new();

    public static async Task RunAsync(int warmUp, int rounds)
    {
        await using var bench = new TailoredBench();
        await using var browser = await BrowserPrinter.StartAsync();
        Func<Round, Task>[] contenders =
        [
            bench.RoadAsync, bench.EngineAsync, bench.AllNewAsync, bench.SameAsync, bench.BarePdfAsync,
            round => bench.BrowserAsync(round, browser),
        ];
        for (var number = 0; number < warmUp + rounds; number++)
        {
            if (number == warmUp)
                bench.Clear();
            var order = bench.road.Order(number);
            var composed = await bench.engine.ComposeAsync(order);
            var round = new Round(number, order, composed.Briefing, bench.engine.Job(composed));
            // Each round begins with another contender, so that none always follows the same one.
            for (var turn = 0; turn < contenders.Length; turn++)
                await contenders[(number + turn) % contenders.Length](round);
        }

        await bench.PrintAsync(rounds, browser.Version);
    }

    public async ValueTask DisposeAsync()
    {
        writing.Dispose();
        foreach (var bench in new[] { road, engine, renewed, same })
            await bench.DisposeAsync();
    }

    private void Clear()
    {
        table = rows.ToDictionary(row => row, _ => (new Series(), new Series()));
        (pages, browserPages) = (new(), new());
    }

    private void Add(string row, double clock, double processor)
    {
        if (!table.TryGetValue(row, out var series))
            return; // Still warming up.
        series.Clock.Add(clock);
        series.Processor.Add(processor);
    }

    private async Task<T> MeasureAsync<T>(string row, Func<Task<T>> work)
    {
        var (result, clock, processor) = await CostAsync(work);
        Add(row, clock, processor);
        return result;
    }

    private static async Task<(T Result, double Clock, double Processor)> CostAsync<T>(Func<Task<T>> work)
    {
        var before = ProcessorTime.Milliseconds;
        var (result, clock) = await Series.TimeAsync(work);
        return (result, clock, ProcessorTime.Milliseconds - before);
    }

    private async Task RoadAsync(Round round) => pages.Add((await MeasureAsync(Tailored, () => road.RenderAsync(round.Order))).Pages);

    private Task EngineAsync(Round round) => MeasureAsync(TailoredEngine, () => engine.TypesetAsync(round.Job));

    private async Task AllNewAsync(Round round)
    {
        var (composed, composing, composingProcessor) = await CostAsync(() => renewed.ComposeAsync(round.Order));
        var job = renewed.Job(NewTexts.Of(composed.Briefing, round.Number), composed.Manifest);
        var (_, setting, settingProcessor) = await CostAsync(() => renewed.TypesetAsync(job));
        Add(Composing, composing, composingProcessor);
        Add(AllNew, composing + setting, composingProcessor + settingProcessor);
        Add(AllNewEngine, setting, settingProcessor);
    }

    private async Task SameAsync(Round round)
    {
        // Made once untimed; what is timed is making it again, when the engine remembers all of it.
        var job = same.Job(await same.ComposeAsync(round.Order));
        await same.TypesetAsync(job);
        await MeasureAsync(SameEngine, () => same.TypesetAsync(job));
        await MeasureAsync(Same, () => same.RenderAsync(round.Order));
    }

    private async Task BarePdfAsync(Round round)
    {
        var (bare, finishing, both) = await writing.TimeAsync(round.Job);
        Add(BarePdf, bare.Clock, bare.Processor);
        Add(Finishing, finishing.Clock, finishing.Processor);
        Add(BothStandards, both.Clock, both.Processor);
    }

    private async Task BrowserAsync(Round round, BrowserPrinter browser)
    {
        var html = BriefingHtml.Of(round.Briefing);
        string[] headings = [.. BriefingHtml.Headings(round.Briefing)];
        var (draft, first, firstProcessor) = await CostAsync(() => browser.PrintAsync(html));
        var (final, second, secondProcessor) = await CostAsync(() => browser.PrintAgainAsync(draft, headings));
        Add(ChromiumOnce, first, firstProcessor);
        Add(Chromium, first + second, firstProcessor + secondProcessor);
        await MeasureAsync(ChromiumPlain, () => browser.PrintPlainAsync(html));
        using var document = UglyToad.PdfPig.PdfDocument.Open(final);
        browserPages.Add(document.NumberOfPages);
    }

    private async Task PrintAsync(int rounds, string browser)
    {
        var version = await road.Engines.GetEngineVersionAsync(CancellationToken.None);
        Console.WriteLine(
            $"{version}, Chromium {browser}, .NET {Environment.Version}; "
            + $"{rounds} orders, median {pages.Median:0} pages (Chromium {browserPages.Median:0})");
        Console.WriteLine();
        Console.WriteLine($"| {"",-32} | median ms | p90 ms | of Chromium | × bare PDF | CPU ms | CPU of Chromium | CPU × bare PDF |");
        Console.WriteLine($"|{new string('-', 34)}|----------:|-------:|------------:|-----------:|-------:|----------------:|---------------:|");
        foreach (var row in rows)
        {
            var (clock, processor) = table[row];
            Console.WriteLine(
                $"| {row,-32} | {clock.Median,9:0.0} | {clock.Quantile(0.9),6:0.0} | {$"1/{1 / Clock(row, Chromium):0.0}",11} | {Clock(row, BarePdf),10:0.0} "
                + $"| {processor.Mean,6:0.0} | {$"1/{1 / Processor(row, Chromium):0.0}",15} | {Processor(row, BarePdf),14:0.0} |");
        }

        Console.WriteLine();
        Target("tailored order ≤ 1/8 of Chromium", Tailored, Chromium, 1 / 8.0);
        Target("  its engine share", TailoredEngine, Chromium, 1 / 8.0);
        Target("tailored order ≤ 4 × bare PDF writing", Tailored, BarePdf, 4);
        Target("  its engine share", TailoredEngine, BarePdf, 4);
        Target("every text new ≤ 1/2 of Chromium", AllNew, Chromium, 1 / 2.0);
    }

    private double Clock(string row, string other) => table[row].Clock.RatioTo(table[other].Clock);

    private double Processor(string row, string other) => table[row].Processor.Mean / table[other].Processor.Mean;

    private void Target(string what, string row, string other, double limit) =>
        Console.WriteLine($"{what}: {Verdict(Clock(row, other), limit)} on the clock; {Verdict(Processor(row, other), limit)} in processor time");

    private static string Verdict(double ratio, double limit) =>
        (ratio <= limit ? $"met, {limit / ratio:0.00} times better" : $"missed, {ratio / limit:0.00} times the limit")
        + $" ({ratio:0.000} against {limit:0.000})";

    private sealed record Round(int Number, BriefingOrder Order, Briefing Briefing, TypesettingJob Job);
}
