using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Each page in each of its states, light and wide, dark and narrow.</summary>
[Collection(nameof(Desk))]
public sealed class AccessibilityTests(Desk desk)
{
    /// <summary>All of axe's rules, on our own markup: the frame of a finished request holds the browser's PDF viewer.</summary>
    private static readonly AxeRunOptions rules = new() { ResultTypes = [ResultType.Violations], Iframes = false };

    [Theory]
    [InlineData("/")]
    [InlineData("/requests")]
    [InlineData("/schedules")]
    [InlineData("/check")]
    [InlineData("/audit")]
    [InlineData("/status")]
    [InlineData("/nothing-here")]
    public Task A_page_as_it_is_opened(string address) => desk.VisitAsync(async page =>
    {
        await page.GotoAsync(address);
        await ShouldSuitEverybodyAsync(page);
    });

    [Fact]
    public Task The_audit_with_everything_open() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/audit?subject=MCT");
        await Expect(page.Link("Show everything")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
        await Expect(page.GetByText("sections").First).ToBeVisibleAsync();
        await ShouldSuitEverybodyAsync(page);
    });

    [Fact]
    public Task The_form_with_everything_open_and_errors() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.TitleBox().FillAsync($"{new string('W', 150)}\u0007");
        await page.Button("Create briefing").ClickAsync();
        await Expect(page.Locator("#errors")).ToBeVisibleAsync();
        await page.PickAsync("Regional cooperation", "The Global Counterterrorism Forum");
        await page.GetByText("More options").ClickAsync();
        await ShouldSuitEverybodyAsync(page);
    });

    [Fact]
    public Task A_request_in_progress_and_cancelled() => desk.VisitAsync(async page =>
    {
        await using (await desk.HoldEngineAsync())
        {
            await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = "Before the one that is looked at" });
            var waiting = await desk.Service.SubmitAsync(new { sections = new[] { "domestic" }, language = "ar" });
            await page.GotoAsync($"/requests/{waiting.GetProperty("id").GetString()}");
            await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            await ShouldSuitEverybodyAsync(page);

            await page.Button("Cancel this request").ClickAsync();
            await Expect(page.GetByText("Nothing was issued.")).ToBeVisibleAsync();
            await ShouldSuitEverybodyAsync(page);
        }
    });

    [Fact]
    public Task A_request_that_is_ready() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync(desk.FinishedPage);
        await Expect(page.Link("Download PDF")).ToBeVisibleAsync();
        await ShouldSuitEverybodyAsync(page);
    });

    [Fact]
    public async Task A_request_that_failed()
    {
        using var folder = new TemporaryFolder();
        ShippedLibrary.CopyTo(folder.File("templates"));
        await File.AppendAllTextAsync(folder.File("templates/layouts/briefing.typ"), "\n#nobody-defined-this\n");
        await using var service = await ServiceProcess.StartAsync(folder.File("data"), ("Library:Folder", folder.File("templates")));
        var id = (await service.SubmitAsync(new { sections = new[] { "domestic" } })).GetProperty("id").GetString()!;
        await service.FinishedAsync(id);

        await desk.VisitAsync(service, async page =>
        {
            await page.GotoAsync($"/requests/{id}");
            await Expect(page.GetByText("The briefing could not be made.")).ToBeVisibleAsync();
            await ShouldSuitEverybodyAsync(page);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_file_that_was_checked(bool isGenuine) => desk.VisitAsync(async page =>
    {
        var issued = await desk.Service.Http.GetByteArrayAsync($"/api/v1/requests/{desk.FinishedId}/document");
        await page.GotoAsync("/check");
        await page.GetByLabel("PDF file").SetInputFilesAsync(
            new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = isGenuine ? issued : [.. issued, 0x0a] });
        await page.Button("Check the file").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Result" })).ToBeVisibleAsync();
        await ShouldSuitEverybodyAsync(page);
    });

    /// <summary>Each scheme and each width once: no colour depends on the width.</summary>
    private static async Task ShouldSuitEverybodyAsync(IPage page)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", scheme == ColorScheme.Dark ? "dark" : "light");
            var result = await page.RunAxe(rules);
            result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{width} px, {scheme}: {violation.Id} at {node.Html}: {violation.Help}"))
                .ShouldBeEmpty();
            result.Passes.ShouldNotBeEmpty();
        }

        await page.SetViewportSizeAsync(320, 640);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, "The page scrolls sideways at 320 px.");
    }
}
