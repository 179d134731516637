using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Each page in each of its states, light and wide, dark and narrow, in each language.</summary>
[Collection(nameof(Desk))]
public sealed class AccessibilityTests(Desk desk)
{
    private static readonly string[] addresses = ["/", "/requests", "/schedules", "/check", "/audit", "/status", "/language", "/nothing-here"];

    /// <summary>Languages as browsers name them.</summary>
    private static readonly string[] locales = ["en-GB", "fr-MA", "ar-MA"];

    public static TheoryData<string> Locales => new(locales);

    public static TheoryData<string, string> PagesInEachLanguage
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var address in addresses)
            {
                foreach (var locale in locales)
                    all.Add(address, locale);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(PagesInEachLanguage))]
    public Task A_page_as_it_is_opened(string address, string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync(address);
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();
        },
        new() { Locale = locale });

    [Fact]
    public Task The_audit_with_everything_open() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/audit?subject=MCT");
        await Expect(page.Link("Show everything")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
        await Expect(page.GetByText("sections").First).ToBeVisibleAsync();
        await page.ShouldSuitEverybodyAsync();
    });

    [Theory]
    [MemberData(nameof(Locales))]
    public Task The_form_with_everything_open_and_errors(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/");
            await page.Locator("#title").FillAsync($"{new string('W', 150)}\u0007");
            await page.Locator("#create").ClickAsync();
            await Expect(page.Locator("#errors")).ToBeVisibleAsync();
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
            await page.Locator("input[name=Topics]").First.CheckAsync();
            await page.ShouldSuitEverybodyAsync();
        },
        new() { Locale = locale });

    [Fact]
    public Task A_request_in_progress_and_cancelled() => desk.VisitAsync(async page =>
    {
        await using (await desk.HoldEngineAsync())
        {
            await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = "Before the one that is looked at" });
            var waiting = await desk.Service.SubmitAsync(new { sections = new[] { "domestic" }, language = "ar" });
            await page.GotoAsync($"/requests/{waiting.GetProperty("id").GetString()}");
            await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();

            await page.Button("Cancel this request").ClickAsync();
            await Expect(page.GetByText("Nothing was issued.")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
        }
    });

    [Theory]
    [MemberData(nameof(Locales))]
    public Task A_request_that_is_ready(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync(desk.FinishedPage);
            await page.ShouldSpeakAsync(locale);
            await Expect(page.Locator("a.btn-primary[download]")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
        },
        new() { Locale = locale });

    [Fact]
    public async Task A_request_that_failed()
    {
        using var folder = new TemporaryFolder();
        ShippedLibrary.CopyTo(folder.File("templates"));
        await File.AppendAllTextAsync(folder.File("templates/layouts/briefing.typ"), "\n#nobody-defined-this\n");
        await using var service = await ServiceProcess.StartAsync(folder.File("data"), ("Library:Folder", folder.File("templates")));
        var id = (await service.SubmitAsync(new { sections = new[] { "domestic" } })).GetProperty("id").GetString()!;
        await service.FinishedAsync(id);

        foreach (var locale in locales)
        {
            await desk.VisitAsync(
                service,
                async page =>
                {
                    await page.GotoAsync($"/requests/{id}");
                    await page.ShouldSpeakAsync(locale);
                    await Expect(page.Locator(".alert-danger")).ToBeVisibleAsync();
                    await page.ShouldSuitEverybodyAsync();
                },
                new() { Locale = locale });
        }
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
        await page.ShouldSuitEverybodyAsync();
    });
}
