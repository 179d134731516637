using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Each page in each of its states, light and wide, dark and narrow, in each language.</summary>
[Collection(nameof(Desk))]
public sealed class AccessibilityTests(Desk desk)
{
    private static readonly string[] addresses =
        ["/", "/requests", "/schedules", "/this-week", "/developments", "/developments/new", "/check", "/audit", "/status", "/language", "/nothing-here"];

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

    [Theory]
    [MemberData(nameof(Locales))]
    public Task A_request_in_progress_waiting_and_cancelled(string locale) => desk.VisitAsync(
        async page =>
        {
            await using (await desk.HoldEngineAsync())
            {
                // What was made before would be there at once.
                var inWork = await SubmitAsync(new { sections = new[] { "regional" }, title = $"Before the one that is looked at, {locale}" });
                var waiting = await SubmitAsync(new { sections = new[] { "domestic" }, language = "ar" });
                await page.GotoAsync(inWork);
                await Expect(page.Locator(".state-rendering")).ToBeVisibleAsync();
                await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();

                await page.GotoAsync(waiting);
                await page.ShouldSpeakAsync(locale);
                await Expect(page.Locator(".state-queued")).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();

                await page.Locator("form[action$='handler=Cancel'] button").ClickAsync();
                await Expect(page.Locator(".state-cancelled")).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();
            }
        },
        new() { Locale = locale });

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
    [MemberData(nameof(Locales))]
    public Task Files_that_were_checked(string locale) => desk.VisitAsync(
        async page =>
        {
            var issued = await desk.Service.Http.GetByteArrayAsync($"/api/v1/requests/{desk.FinishedId}/document");
            foreach (var (file, tone) in new[] { (issued, "success"), ([.. issued, 0x0a], "danger"), ("no PDF"u8.ToArray(), "danger") })
            {
                await page.GotoAsync("/check");
                await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = file });
                await page.Locator("main form button").ClickAsync();
                await Expect(page.Locator($".alert-{tone}")).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();
            }
        },
        new() { Locale = locale });

    [Theory]
    [MemberData(nameof(Locales))]
    public Task A_list_that_has_filters_finds_nothing_or_refuses(string locale) => desk.VisitAsync(
        async page =>
        {
            foreach (var (query, seen) in new[] { ("state=completed", ".found"), ("q=nobody-wrote-this", "[role=status]"), ("language=none", ".alert-danger") })
            {
                await page.GotoAsync($"/requests?{query}");
                await Expect(page.Locator($"main {seen}").First).ToBeVisibleAsync();
                await page.ShouldSuitEverybodyAsync();
            }
        },
        new() { Locale = locale });

    [Theory]
    [MemberData(nameof(Locales))]
    public Task A_set_and_the_question_before_one_of_it_is_deleted(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/new?sections=regional&depth=summary&language=en&alsoIn=ar");
            await page.Locator("#create").ClickAsync();
            await page.WaitForURLAsync("**/sets/*");
            await Expect(page.Locator(".actions a[download]")).ToBeVisibleAsync();
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();

            await page.Locator(".set a:not([download])").Last.ClickAsync();
            await page.Locator("a[href$='/delete']").ClickAsync();
            await Expect(page.Locator(".btn-danger")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
        },
        new() { Locale = locale });

    private async Task<string> SubmitAsync(object order) => $"/requests/{(await desk.Service.SubmitAsync(order)).GetProperty("id").GetString()}";
}
