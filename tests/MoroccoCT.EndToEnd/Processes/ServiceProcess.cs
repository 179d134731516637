using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MoroccoCT.EndToEnd.Processes;

/// <summary>The real program as a process of its own, listening on a port the system chose.</summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    private readonly Process process;

    private readonly TaskCompletionSource<string> setUpLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process, Uri address, IReadOnlyList<string> said)
    {
        (this.process, Said) = (process, said);
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>The lines of its log up to the one that it is ready.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>For the first administrator, once it is printed.</summary>
    public Task<string> SetUpLink => setUpLink.Task.WaitAsync(patience);

    /// <summary>Starts the service and returns when it says that it is ready.</summary>
    public static Task<ServiceProcess> StartAsync(string data, params (string Name, string Value)[] settings) =>
        StartAsync(["serve", "--data", data, "--urls", "http://127.0.0.1:0"], settings);

    public static Task<ServiceProcess> StartAtAsync(string urls, string data) => StartAsync(["serve", "--data", data, "--urls", urls], []);

    /// <summary>A process that takes jobs and listens to nobody.</summary>
    public static Task<ServiceProcess> StartWorkerAsync(string data, params (string Name, string Value)[] settings) =>
        StartAsync(["worker", "--data", data], settings);

    private static async Task<ServiceProcess> StartAsync(string[] arguments, (string Name, string Value)[] settings)
    {
        var started = BuiltProgram.Start(arguments, settings);
        var said = new List<string>();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Ready().Match(line) is { Success: true } ready)
            {
                var service = new ServiceProcess(started, new Uri(ready.Groups["url"] is { Success: true, Value: var url } ? url : "http://127.0.0.1:1"), said);

                // The rest is read too, or the pipe would fill up and block the service.
                _ = service.ReadOnAsync();
                _ = started.StandardError.ReadToEndAsync();
                return service;
            }
        }

        throw new InvalidOperationException(
            $"The service ended before it was ready:\n{string.Join('\n', said)}\n{await started.StandardError.ReadToEndAsync()}");
    }

    public async Task<JsonElement> SubmitAsync(object order)
    {
        using var response = await Http.PostAsJsonAsync("/api/v1/requests", order);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> FindAsync(string id) => Http.GetFromJsonAsync<JsonElement>($"/api/v1/requests/{id}");

    /// <summary>Reads the events of a request until they end, which is after its final state.</summary>
    public async Task<JsonElement> FinishedAsync(string id)
    {
        await Http.GetStringAsync($"/api/v1/requests/{id}/events");
        return await FindAsync(id);
    }

    /// <summary>Process ids of the engines that this service started.</summary>
    public IReadOnlyList<int> Engines() => EnginesOf(process.Id);

    public static IReadOnlyList<int> EnginesOf(int parent) => [.. Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
        .Where(id => id > 0 && IsEngine(id, parent))];

    /// <summary>What it holds of physical memory.</summary>
    public int ResidentMiB()
    {
        const string Label = "VmRSS:";
        var line = File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith(Label, StringComparison.Ordinal));
        return int.Parse(line[Label.Length..].Replace("kB", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) / 1024;
    }

    public Task SignalAsync(string signal) => BuiltProgram.SignalAsync(signal, process.Id);

    /// <summary>Waits for the process to end by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndedAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    /// <summary>As a power cut does it: no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadOnAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("/welcome?token=", StringComparison.Ordinal))
                setUpLink.TrySetResult(line.Trim());
        }
    }

    private static bool IsEngine(int id, int parent)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Contains("host.mjs", StringComparison.Ordinal)
                && File.ReadLines($"/proc/{id}/status").Any(line => line == $"PPid:\t{parent}");
        }
        catch (IOException)
        {
            // It ended while we looked.
            return false;
        }
    }

    [GeneratedRegex(@"(is ready on (?<url>http://\S+?):? )|takes jobs from the shared queue", RegexOptions.ExplicitCapture)]
    private static partial Regex Ready();
}
