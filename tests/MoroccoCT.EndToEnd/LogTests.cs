using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

/// <summary>What the program writes down of what others named.</summary>
public sealed partial class LogTests : IDisposable
{
    private const string Forged = "\n12:00:00 ERR The ledger is gone\u001b[2J\u202e";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Nobody_writes_a_line_into_the_log_but_the_service(string format)
    {
        using var service = BuiltProgram.Start(["--data", folder.File("data\u202e\u2028"), "--urls", "http://127.0.0.1:0"], ("Logging:Format", format));
        var lines = await LinesAsync(service);

        lines.Count.ShouldBeGreaterThan(5);
        if (format == "json")
            lines.ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.ValueKind == JsonValueKind.Object);
        else
            lines.ShouldAllBe(line => EventOrMore().IsMatch(line));
        lines.ShouldAllBe(line => !Hidden().IsMatch(line));
        lines.ShouldContain(line => line.Contains(@"data\u202E\u2028"), "the folder's name, written out");
        lines.ShouldNotContain(line => line.StartsWith("12:00:00 ERR", StringComparison.Ordinal));
    }

    /// <summary>All that a service writes, which is disturbed as soon as it is ready, and then told to stop.</summary>
    private static async Task<IReadOnlyList<string>> LinesAsync(Process service)
    {
        var lines = new List<string>();
        try
        {
            while (await service.StandardOutput.ReadLineAsync() is { } line)
            {
                lines.Add(line);
                if (Address().Match(line) is { Success: true } address)
                {
                    await DisturbAsync(new(address.Value));
                    await BuiltProgram.SignalAsync("TERM", service.Id);
                }
            }
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync();
        }

        return lines;
    }

    private static async Task DisturbAsync(Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };
        await http.GetAsync($"/api/v1/requests?cursor={Uri.EscapeDataString(Forged)}");
        await http.GetAsync($"/{Uri.EscapeDataString(Forged)}");
        using var order = JsonContent.Create(new Dictionary<string, object> { ["sections"] = new[] { Forged }, ["title"] = Forged, [$"x{Forged}"] = Forged });
        await http.PostAsync("/api/v1/requests", order);
        await http.PostAsJsonAsync("/api/v1/requests", new { sections = new[] { "domestic" }, title = Forged, language = Forged });
        await http.PostAsJsonAsync("/api/v1/requests", new { sections = new[] { "domestic" } });
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(\d\d:\d\d:\d\d [A-Z]{3} |    )")]
    private static partial Regex EventOrMore();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\u2028\u2029]")]
    private static partial Regex Hidden();
}
