using System.Text.Json;
using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>
/// One running service and one real browser for all tests of the pages. The ledger begins with an edition and a finished briefing.
/// </summary>
public sealed class Desk : IAsyncLifetime, IDisposable
{
    /// <summary>For a machine that is busy with other things; nothing waits this long when all is well.</summary>
    private const float Patience = 60_000;

    private readonly TemporaryFolder folder = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public ServiceProcess Service { get; private set; } = null!;

    public string FinishedId { get; private set; } = "";

    public string FinishedPage => $"/requests/{FinishedId}";

    public async Task InitializeAsync()
    {
        (await BuiltProgram.RunAsync("schedule", "run", "weekly", "--data", folder.Path)).ExitCode.ShouldBe(0);
        // One engine, so that a test can hold it still and look at what waits for it.
        Service = await ServiceProcess.StartAsync(folder.Path, ("Typesetting:Engines", "1"));
        var request = await Service.SubmitAsync(new { sections = new[] { "regional" }, title = "The first briefing of the desk" });
        FinishedId = request.GetProperty("id").GetString()!;
        (await Service.FinishedAsync(FinishedId)).GetProperty("state").GetString().ShouldBe("completed");

        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Lets one person visit the desk; afterwards the browser must have nothing to complain about.</summary>
    public Task VisitAsync(Func<IPage, Task> visit, BrowserNewContextOptions? options = null) => VisitAsync(Service, visit, options);

    public async Task VisitAsync(ServiceProcess service, Func<IPage, Task> visit, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL ??= service.Http.BaseAddress!.ToString();
        // Colours are read at once, not in the middle of a transition.
        options.ReducedMotion = ReducedMotion.Reduce;
        await using var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var complaints = new Complaints(context, new(options.BaseURL));
        await visit(await context.NewPageAsync());
        complaints.ShouldBeNone();
    }

    /// <summary>
    /// Holds the engine still until the result is disposed of, so that requests stay where they are. What was asked for before is finished first:
    /// held in the middle of its work it would be given up, and with it the engine.
    /// </summary>
    public async Task<IAsyncDisposable> HoldEngineAsync()
    {
        foreach (var request in (await RequestsAsync()).Where(request => request.GetProperty("finishedAt").ValueKind == JsonValueKind.Null))
            await Service.FinishedAsync(request.GetProperty("id").GetString()!);
        var engine = Service.Engines().ShouldHaveSingleItem();
        await BuiltProgram.SignalAsync("STOP", engine);
        return new Hold(engine);
    }

    /// <summary>Newest first, as the API has them.</summary>
    public async Task<IReadOnlyList<JsonElement>> RequestsAsync() =>
        [.. JsonDocument.Parse(await Service.Http.GetStringAsync("/api/v1/requests?limit=100")).RootElement.GetProperty("items").EnumerateArray()];

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Service.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    private sealed class Hold(int engine) : IAsyncDisposable
    {
        /// <summary>Whoever cancels what an engine has in work ends it: then there is none to let go.</summary>
        public async ValueTask DisposeAsync() => await BuiltProgram.TrySignalAsync("CONT", engine);
    }
}

/// <summary>Tests that share the <see cref="Desk"/>, one after the other.</summary>
[CollectionDefinition(nameof(Desk))]
public sealed class DeskCollection : ICollectionFixture<Desk>;
