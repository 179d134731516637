using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Hosting;
using MoroccoCT.Library;

namespace MoroccoCT.Bench;

/// <summary>
/// Clients that each order a briefing, follow its events until it is completed, and order the next one – against the whole service, ledger
/// and jobs included.
/// </summary>
internal static class LoadBench
{
    private static readonly int[] crowds = [1, 4, 16, 64];

    public static async Task RunAsync(int documents)
    {
        var data = Directory.CreateTempSubdirectory("bench-load-");
        try
        {
            var quiet = new Dictionary<string, string?> { ["Serilog:MinimumLevel:Default"] = "Warning" };
            await using var service = await ServiceHost.StartAsync(
                new(data.FullName, "http://127.0.0.1:0", Templates: Workbench.Templates, Settings: quiet), CancellationToken.None);
            using var client = new HttpClient { BaseAddress = new(service.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
            var library = service.Services.GetRequiredService<CurrentLibrary>().Snapshot.Library;
            var next = 0;
            await CrowdAsync(client, library, clients: 4, Enumerable.Range(next, 20));

            Console.WriteLine("| clients | documents/s | median ms | p95 ms | most ms |");
            Console.WriteLine("|--------:|------------:|----------:|-------:|--------:|");
            foreach (var clients in crowds)
            {
                var numbers = Enumerable.Range(1000 + next, documents);
                next += documents;
                var (times, seconds) = await CrowdAsync(client, library, clients, numbers);
                Console.WriteLine(
                    $"| {clients,7} | {documents / seconds,11:0.0} | {times.Median,9:0} | {times.Quantile(0.95),6:0} | {times.Quantile(1),7:0} |");
            }

            await service.StopAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<(Series Times, double Seconds)> CrowdAsync(HttpClient client, ContentLibrary library, int clients, IEnumerable<int> numbers)
    {
        var times = new Series();
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (number, cancellationToken) =>
        {
            var (_, time) = await Series.TimeAsync(() => MakeAsync(client, TailoredOrders.Number(number, library), cancellationToken));
            lock (times)
                times.Add(time);
        });
        return (times, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    internal static async Task<string> MakeAsync(HttpClient client, BriefingOrder order, CancellationToken cancellationToken)
    {
        var body = new { order.Sections, order.Topics, order.Title };
        using var accepted = await client.PostAsJsonAsync("/api/v1/requests", body, BriefingJson.Options, cancellationToken);
        accepted.EnsureSuccessStatusCode();
        await using var events = await client.GetStreamAsync($"{accepted.Headers.Location}/events", cancellationToken);
        await foreach (var change in SseParser.Create(events, (_, bytes) => State(bytes)).EnumerateAsync(cancellationToken))
        {
            if (change.Data is "failed" or "cancelled")
                throw new InvalidOperationException($"The request ended as {change.Data}.");
            if (change.Data == "completed")
                return change.Data;
        }

        throw new InvalidOperationException("The events ended before the request.");
    }

    private static string? State(ReadOnlySpan<byte> request)
    {
        var reader = new Utf8JsonReader(request);
        return JsonElement.ParseValue(ref reader).GetProperty("state").GetString();
    }
}
