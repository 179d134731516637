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
    private const string AllNewEngine = "  engine alone (all new)";
    private const string Same = "same order again, whole road";
    private const string SameEngine = "  engine alone (again)";
    private const string Preview = "preview: SVG of page one";
    private const string BarePdf = "bare PDF writing";
    private const string Chromium = "Chromium, two passes";
    private const string ChromiumOnce = "Chromium, one pass";
    private const string ChromiumPlain = "Chromium, one pass, untagged";

    private static readonly string[] rows = [Tailored, Composing, TailoredEngine, AllNew, AllNewEngine, Same, SameEngine, Preview, BarePdf, Chromium, ChromiumOnce, ChromiumPlain];

    private readonly Workbench road = new(), engine = new(), renewed = new(), same = new(), preview = new();
    private readonly PdfWriting writing = new();
    private Dictionary<string, Series> table = [];
    private Series pages = new(), browserPages = new();

    public static async Task RunAsync(int warmUp, int rounds)
    {
        await using var bench = new TailoredBench();
        await using var browser = await BrowserPrinter.StartAsync();
        var contenders = new Func<Round, Task>[] { bench.RoadAsync, bench.EngineAsync, bench.AllNewAsync, bench.SameAsync, bench.PreviewAsync, bench.BarePdfAsync, round => bench.BrowserAsync(round, browser) };
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
        foreach (var bench in new[] { road, engine, renewed, same, preview })
            await bench.DisposeAsync();
    }

    private void Clear()
    {
        table = rows.ToDictionary(row => row, _ => new Series());
        (pages, browserPages) = (new(), new());
    }

    private void Add(string row, double milliseconds)
    {
        if (table.Count > 0)
            table[row].Add(milliseconds);
    }

    private async Task RoadAsync(Round round)
    {
        var (briefing, time) = await Series.TimeAsync(() => road.RenderAsync(round.Order));
        pages.Add(briefing.Pages);
        Add(Tailored, time);
    }

    private async Task EngineAsync(Round round) => Add(TailoredEngine, (await engine.TypesetAsync(round.Job)).Elapsed.TotalMilliseconds);

    private async Task AllNewAsync(Round round)
    {
        var (composed, composing) = await Series.TimeAsync(() => renewed.ComposeAsync(round.Order));
        var document = await renewed.TypesetAsync(renewed.Job(NewTexts.Of(composed.Briefing, round.Number), composed.Manifest));
        Add(Composing, composing);
        Add(AllNew, composing + document.Elapsed.TotalMilliseconds);
        Add(AllNewEngine, document.Elapsed.TotalMilliseconds);
    }

    private async Task SameAsync(Round round)
    {
        // Made once untimed; what is timed is making it again, when the engine remembers all of it.
        var order = same.Order(round.Number);
        var job = same.Job(await same.ComposeAsync(order));
        await same.TypesetAsync(job);
        Add(SameEngine, (await same.TypesetAsync(job)).Elapsed.TotalMilliseconds);
        Add(Same, (await Series.TimeAsync(() => same.RenderAsync(order))).Milliseconds);
    }

    private async Task PreviewAsync(Round round) => Add(Preview, (await Series.TimeAsync(async () =>
    {
        var job = preview.Job(await preview.ComposeAsync(round.Order)) with { Format = TypesettingFormat.Svg };
        return SvgPages.Cut((await preview.TypesetAsync(job)).Content)[0];
    })).Milliseconds);

    private async Task BarePdfAsync(Round round) => Add(BarePdf, await writing.TimeAsync(round.Job));

    private async Task BrowserAsync(Round round, BrowserPrinter browser)
    {
        var html = BriefingHtml.Of(round.Briefing);
        var (pdf, first, both) = await browser.PrintAsync(html, [.. BriefingHtml.Headings(round.Briefing)]);
        using (var document = UglyToad.PdfPig.PdfDocument.Open(pdf))
            browserPages.Add(document.NumberOfPages);
        Add(ChromiumOnce, first);
        Add(Chromium, both);
        Add(ChromiumPlain, (await Series.TimeAsync(() => browser.PrintPlainAsync(html))).Milliseconds);
    }

    private async Task PrintAsync(int rounds, string browser)
    {
        Console.WriteLine($"{await road.Engines.GetEngineVersionAsync(CancellationToken.None)}, Chromium {browser}, .NET {Environment.Version}; {rounds} orders, median {pages.Median:0} pages (Chromium {browserPages.Median:0})");
        Console.WriteLine();
        Console.WriteLine($"| {"",-33} | median ms | p90 ms | of Chromium | × bare PDF |");
        Console.WriteLine($"|{new string('-', 35)}|----------:|-------:|------------:|-----------:|");
        foreach (var row in rows)
            Console.WriteLine($"| {row,-33} | {table[row].Median,9:0.0} | {table[row].Quantile(0.9),6:0.0} | {$"1/{table[Chromium].RatioTo(table[row]):0.0}",11} | {table[row].RatioTo(table[BarePdf]),10:0.0} |");
        Console.WriteLine();
        Target("tailored order ≤ 1/8 of Chromium", table[Tailored].RatioTo(table[Chromium]), 1 / 8.0);
        Target("tailored order ≤ 4 × bare PDF writing", table[Tailored].RatioTo(table[BarePdf]), 4);
        Target("  its engine share ≤ 4 × bare PDF writing", table[TailoredEngine].RatioTo(table[BarePdf]), 4);
        Target("every text new ≤ 1/2 of Chromium", table[AllNew].RatioTo(table[Chromium]), 1 / 2.0);
    }

    private static void Target(string what, double ratio, double limit) => Console.WriteLine(
        $"{what}: {(ratio <= limit ? $"met, {limit / ratio:0.00} times better" : $"missed, {ratio / limit:0.00} times the limit")} ({ratio:0.000} against {limit:0.000})");

    private sealed record Round(int Number, BriefingOrder Order, Briefing Briefing, TypesettingJob Job);
}
