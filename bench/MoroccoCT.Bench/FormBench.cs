using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Hosting;
using MoroccoCT.Library;

namespace MoroccoCT.Bench;

/// <summary>The order form as people meet it: from a tick to the new first page, many at once, and on a slow line.</summary>
internal static class FormBench
{
    private const int People = 20;

    /// <summary>1.5 Mbit/s, in bytes a second, and the milliseconds that a call is on its way.</summary>
    private const double SlowLine = 1_500_000 / 8.0, Latency = 40;

    private static readonly string[] languages = ["en", "fr", "ar"];

    public static async Task RunAsync(int ticks, int previews, int orders, int visits)
    {
        var data = Directory.CreateTempSubdirectory("bench-form-");
        try
        {
            var quiet = new Dictionary<string, string?> { ["Serilog:MinimumLevel:Default"] = "Warning" };
            await using var service = await ServiceHost.StartAsync(
                new(data.FullName, "http://127.0.0.1:0", Templates: Workbench.Templates, Settings: quiet), CancellationToken.None);
            var address = service.Urls.First();
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            });
            Console.WriteLine("|                                  | median ms | p95 ms |");
            Console.WriteLine("|----------------------------------|----------:|-------:|");
            foreach (var language in languages)
                Print($"tick to new first page, {language}", await TicksAsync(browser, address, language, ticks));
            Print("form usable, cold, 1.5 Mbit/s", await VisitsAsync(browser, address, visits));
            await CrowdAsync(service, address, previews, orders);
            await service.StopAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static void Print(string what, Series times) => Console.WriteLine($"| {what,-32} | {times.Median,9:0} | {times.Quantile(0.95),6:0} |");

    /// <summary>One topic after another is unticked and ticked again. The clock runs until the browser has drawn the frame with the new page.</summary>
    private static async Task<Series> TicksAsync(IBrowser browser, string address, string language, int ticks)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.GotoAsync($"{address}/new?sections=domestic,us-cooperation,regional&language={language}");
        await page.Locator("#preview[data-state=shown]").WaitForAsync();
        var times = new Series();
        const int warmUp = 15;
        for (var tick = 0; tick < warmUp + ticks; tick++)
        {
            var time = await page.EvaluateAsync<double>(
                """
                tick => new Promise(resolve => {
                  const boxes = [...document.querySelectorAll("[name=Topics]")];
                  const first = document.querySelector("#preview-pages .page");
                  const watch = new MutationObserver(() => {
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
                  });
                  watch.observe(first, { childList: true });
                  const start = performance.now();
                  boxes[(tick >> 1) % boxes.length].click();
                })
                """,
                tick);
            if (tick >= warmUp)
                times.Add(time);
            // A person looks at what he has done.
            await page.WaitForTimeoutAsync(300);
        }

        await page.CloseAsync();
        return times;
    }

    /// <summary>Each with an empty cache: until everything on the form does what it shall.</summary>
    private static async Task<Series> VisitsAsync(IBrowser browser, string address, int visits)
    {
        var times = new Series();
        for (var visit = 0; visit < visits; visit++)
        {
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.emulateNetworkConditions", new()
            {
                ["offline"] = false,
                ["latency"] = Latency,
                ["downloadThroughput"] = SlowLine,
                ["uploadThroughput"] = SlowLine,
            });
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            times.Add(await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"));
        }

        return times;
    }

    /// <summary>Orders on their own, then the same while people look at previews without a pause.</summary>
    private static async Task CrowdAsync(WebApplication service, string address, int previews, int orders)
    {
        var library = service.Services.GetRequiredService<CurrentLibrary>().Snapshot.Library;
        using var client = new HttpClient { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(5) };
        await OrdersAsync(client, library, 5000, orders);
        var alone = await OrdersAsync(client, library, 6000, orders);

        var looked = new Series();
        var people = Enumerable.Range(0, People).Select(person => LookAsync(client, library, person, previews, looked)).ToList();
        var meanwhile = await OrdersAsync(client, library, 7000, orders);
        await Task.WhenAll(people);

        Print($"preview, {People} people without a pause", looked);
        Print("order, nobody looks", alone);
        Print($"order, {People} people look", meanwhile);
        Console.WriteLine();
        Console.WriteLine($"orders while {People} people look: {meanwhile.Median / alone.Median:0.00} times the time of orders alone");
    }

    private static async Task<Series> OrdersAsync(HttpClient client, ContentLibrary library, int first, int count)
    {
        var times = new Series();
        for (var number = first; number < first + count; number++)
            times.Add((await Series.TimeAsync(() => LoadBench.MakeAsync(client, TailoredOrders.Number(number, library), CancellationToken.None))).Milliseconds);
        return times;
    }

    private static async Task LookAsync(HttpClient client, ContentLibrary library, int person, int previews, Series times)
    {
        for (var look = 0; look < previews; look++)
        {
            var address = Address(TailoredOrders.Number(10_000 + (person * 1000) + look, library));
            var (_, time) = await Series.TimeAsync(() => client.GetByteArrayAsync(address));
            lock (times)
                times.Add(time);
        }
    }

    private static string Address(BriefingOrder order) =>
        $"/api/v1/preview?sections={string.Join(',', order.Sections)}&topics={string.Join(',', order.Topics)}";
}
