using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using MoroccoCT.EndToEnd.Processes;
using MoroccoCT.Tests.Fixtures;
using Npgsql;
using Xunit.Abstractions;

namespace MoroccoCT.EndToEnd;

/// <summary>
/// Orders come in while service, workers and engines are killed again and again: in the end each request is completed, once, with its own
/// document. KILL_REQUESTS in the environment makes it longer than it is in every run of the tests, such as 500.
/// </summary>
public sealed class KillTests(PostgresServer postgres, ITestOutputHelper output) : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly int requests = int.TryParse(Environment.GetEnvironmentVariable("KILL_REQUESTS"), out var number) ? number : 20;
    /// <summary>So many come in between two kills: each kill meets work that waits and work that is under way.</summary>
    private const int AtOnce = 4;

    private static readonly string[] languages = ["en", "fr", "ar"];
    private static readonly string[] sections = ["domestic", "us-cooperation", "regional"];

    /// <summary>Between looks at processes that need their time.</summary>
    private static readonly TimeSpan breath = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public Task On_sqlite_no_request_is_lost_doubled_given_up_or_wrong() => RunAsync([], workers: 0, () => Task.CompletedTask);

    [Fact]
    public async Task On_postgresql_no_request_is_lost_doubled_given_up_or_wrong()
    {
        var database = await postgres.CreateDatabaseAsync();

        await RunAsync([("Ledger:ConnectionString", database)], workers: 2, () => AgeHoldsAsync(database));
    }

    /// <param name="passTime">What the dead held looks as if they had died a while ago.</param>
    private async Task RunAsync((string, string)[] settings, int workers, Func<Task> passTime)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60 + (3 * requests)));
        using var mayComeIn = new SemaphoreSlim(0);
        var random = new Random(requests);
        await using var fleet = new Fleet(data.Path, settings, workers);
        await fleet.ReviveAsync();
        var submitting = Task.Run(() => SubmitAllAsync(fleet, mayComeIn, end.Token));

        var kills = 0;
        var completed = 0;
        for (var ordered = 0; ordered < requests; kills++)
        {
            var more = Math.Min(AtOnce, requests - ordered);
            mayComeIn.Release(more);
            ordered += more;
            completed = await ProgressAsync(fleet, completed + random.Next(1, 3), end.Token);
            output.WriteLine($"{completed} completed: {fleet.Kill(random)} killed");
            await passTime();
            await fleet.ReviveAsync();
        }

        await submitting;
        await ProgressAsync(fleet, requests, end.Token);
        output.WriteLine($"{requests} requests, {kills} kills");
        kills.ShouldBeGreaterThan(2);
        await CheckAsync(fleet, end.Token);
    }

    /// <summary>
    /// Half a minute has to pass until what a killed worker held in PostgreSQL is given to another. Two thirds of it pass at once: a living
    /// worker renews its hold long before the rest is over.
    /// </summary>
    private static async Task AgeHoldsAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("UPDATE hangfire.jobqueue SET fetchedat = fetchedat - interval '20 s'", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As a careful client does it: the same key until the order is accepted.</summary>
    private static async Task SubmitAllAsync(Fleet fleet, SemaphoreSlim mayComeIn, CancellationToken cancellationToken)
    {
        for (var i = 0; i < requests; i++)
        {
            await mayComeIn.WaitAsync(cancellationToken);
            while (!await IsAcceptedAsync(fleet, i, cancellationToken))
                await Task.Delay(breath, cancellationToken);
        }
    }

    private static async Task<bool> IsAcceptedAsync(Fleet fleet, int i, CancellationToken cancellationToken)
    {
        var order = new { sections = new[] { sections[i % 3] }, language = languages[i / 3 % 3], title = Title(i), numbered = i % 2 == 0 };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests") { Content = JsonContent.Create(order) };
        message.Headers.Add("Idempotency-Key", $"drill-{i}");
        try
        {
            using var response = await fleet.Http.SendAsync(message, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Waits until so many are completed, or all.</summary>
    private static async Task<int> ProgressAsync(Fleet fleet, int wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var states = (await AllAsync(fleet, cancellationToken)).ConvertAll(request => request.GetProperty("state").GetString());
            states.ShouldNotContain("failed");
            var completed = states.Count(state => state == "completed");
            if (completed >= Math.Min(wanted, requests))
                return completed;
            await Task.Delay(breath, cancellationToken);
        }
    }

    private static async Task CheckAsync(Fleet fleet, CancellationToken cancellationToken)
    {
        var all = await AllAsync(fleet, cancellationToken);
        all.Count.ShouldBe(requests);
        all.ShouldAllBe(request => request.GetProperty("state").GetString() == "completed");
        all.Select(request => request.GetProperty("order").GetProperty("title").GetString()).Order()
            .ShouldBe(Enumerable.Range(0, requests).Select(Title).Order());
        all.Select(request => request.GetProperty("number").GetString()).Distinct().Count().ShouldBe(requests);
        foreach (var request in all)
        {
            var document = await fleet.Http.GetByteArrayAsync(request.GetProperty("links").GetProperty("document").GetString(), cancellationToken);
            Pdf.Title(document).ShouldBe(request.GetProperty("order").GetProperty("title").GetString());
        }
    }

    private static async Task<List<JsonElement>> AllAsync(Fleet fleet, CancellationToken cancellationToken)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await fleet.Http.GetFromJsonAsync<JsonElement>(
                $"/api/v1/requests?limit=100{(cursor is null ? "" : $"&cursor={cursor}")}", cancellationToken);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        return all;
    }

    private static string Title(int i) => $"Kill drill {i:000}";

    /// <summary>A service on one address and its workers, each started again when it is dead.</summary>
    private sealed class Fleet : IAsyncDisposable
    {
        private readonly string data;
        private readonly (string, string)[] settings;
        private readonly Process?[] processes;

        public Fleet(string data, (string, string)[] settings, int workers)
        {
            (this.data, this.settings, processes) = (data, settings, new Process?[1 + workers]);
            Http = new() { BaseAddress = new($"http://127.0.0.1:{FreePort.Next()}"), Timeout = TimeSpan.FromSeconds(30) };
        }

        public HttpClient Http { get; }

        /// <summary>Starts whatever is not running and waits until the service answers.</summary>
        public async Task ReviveAsync()
        {
            for (var i = 0; i < processes.Length; i++)
            {
                if (processes[i] is { HasExited: false })
                    continue;
                string[] command = i == 0
                    ? ["--data", Path.Combine(data, "service"), "--urls", $"{Http.BaseAddress}"]
                    : ["worker", "--data", Path.Combine(data, $"worker-{i}")];
                var process = BuiltProgram.Start(command, settings);
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                processes[i] = process;
            }

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!await AnswersAsync(patience.Token))
                await Task.Delay(breath, patience.Token);
        }

        /// <returns>What was killed: an engine only where there is one.</returns>
        public string Kill(Random random)
        {
            var engines = processes.SelectMany(process => ServiceProcess.EnginesOf(process!.Id)).ToList();
            if (engines.Count == 0 || random.Next(2) == 0)
            {
                var process = processes[random.Next(processes.Length)]!;
                process.Kill();
                process.WaitForExit();
                return process == processes[0] ? "the service" : "a worker";
            }

            using var kill = Process.Start("kill", ["-KILL", $"{engines[random.Next(engines.Count)]}"]);
            kill.WaitForExit();
            return "an engine";
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var process in processes.OfType<Process>())
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }

            Http.Dispose();
        }

        private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
        {
            try
            {
                return (await Http.GetAsync("/health/live", cancellationToken)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
