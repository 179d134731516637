using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>The pages beside the order form.</summary>
[Collection(nameof(Desk))]
public sealed class PreviewTests(Desk desk)
{
    [Fact]
    public Task What_is_ticked_is_what_is_seen() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        var preview = page.GetByRole(AriaRole.Region, new() { Name = "Preview" });
        await Expect(preview).ToContainTextAsync("Tick a section or a topic: its pages appear here.");

        await page.Box("Cooperation with the United States").CheckAsync();
        await Expect(First(page)).ToContainTextAsync("Cooperation with the United States");
        await Expect(First(page)).ToHaveAttributeAsync("aria-label", new Regex("^Page 1 of [4-6]$"));
        await page.Radio("Français").CheckAsync();
        await Expect(First(page)).ToContainTextAsync("Coopération avec les États-Unis");
        await Expect(First(page).Locator(".page-text")).ToHaveAttributeAsync("lang", "fr");
        await page.Radio("Short").CheckAsync();
        await Expect(First(page)).ToHaveAttributeAsync("aria-label", "Page 1 of 2");
        await page.PreparedForBox().FillAsync("Cabinet du ministre");
        await Expect(First(page)).ToContainTextAsync("Cabinet du ministre");
        await page.TitleBox().FillAsync("Deux pages");
        await Expect(First(page)).ToContainTextAsync("Deux pages");
        await page.GetByText("More options").ClickAsync();
        await page.Radio("TLP:AMBER+STRICT").CheckAsync();
        await Expect(First(page)).ToContainTextAsync("TLP:AMBER+STRICT");
        await page.Box("Prison reform").UncheckAsync();
        await Expect(page.Locator("#preview-pages")).Not.ToContainTextAsync("La réforme pénitentiaire");
        (await desk.RequestsAsync()).ShouldNotContain(request => request.GetProperty("order").GetProperty("title").GetString() == "Deux pages");
    });

    [Theory]
    [InlineData("en", "Key points", "Prison reform")]
    [InlineData("ar", "النقاط الرئيسية", "إصلاح السجون")]
    public Task Who_listens_finds_the_headings_of_a_page(string language, string first, string topic) => desk.VisitAsync(async page =>
    {
        await page.GotoAsync($"/new?topics=prisons&language={language}");

        await Expect(page.Locator("#preview-pages").GetByRole(AriaRole.Heading, new() { Name = first, Level = 2 })).ToHaveCountAsync(1);
        await Expect(page.Locator("#preview-pages").GetByRole(AriaRole.Heading, new() { Name = topic })).Not.ToHaveCountAsync(0);

        // The letters lie on the drawing still, each line at its own place.
        var tops = await First(page).Locator(".page-text span:not(.markedContent)").EvaluateAllAsync<int[]>(
            "all => all.map(one => Math.round(one.getBoundingClientRect().top))");
        tops.Distinct().Count().ShouldBeGreaterThan(15);
    });

    [Fact]
    public Task Old_pages_and_the_place_on_them_stay_until_the_new_ones_are_there() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?sections=domestic&language=en");
        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "shown");
        await page.EvaluateAsync("document.getElementById('preview-pages').scrollTop = 900");
        var mayGoOn = new TaskCompletionSource();
        await page.RouteAsync(new Regex(@"/preview\?sections"), async route =>
        {
            await mayGoOn.Task;
            await route.ContinueAsync();
        });

        await page.Box("Terrorist financing").UncheckAsync();
        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "working");
        await Expect(page.Locator("#preview-pages canvas").First).ToBeAttachedAsync();
        mayGoOn.SetResult();
        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "shown");

        (await page.EvaluateAsync<int>("document.getElementById('preview-pages').scrollTop")).ShouldBe(900);
    });

    [Fact]
    public Task A_stale_answer_is_dropped() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        var held = new TaskCompletionSource();
        var isHeld = new TaskCompletionSource();
        await page.RouteAsync(new Regex(@"/preview\?sections=regional&topics"), async route =>
        {
            isHeld.TrySetResult();
            await held.Task;
            await route.AbortAsync();
        });

        await page.Box("Regional cooperation").CheckAsync();
        await isHeld.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await page.Box("Regional cooperation").UncheckAsync();
        await page.Box("Domestic security initiatives").CheckAsync();
        await Expect(First(page)).ToContainTextAsync("Domestic security initiatives");
        held.SetResult();

        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "shown");
        await Expect(First(page)).Not.ToContainTextAsync("Regional cooperation");
    });

    [Fact]
    public Task What_cannot_be_made_is_told_beside_the_choice() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?sections=us-cooperation&topics=border&depth=summary&language=en");

        await Expect(page.Locator("[data-depth-problem=summary]")).ToContainTextAsync("A summary shows key points and dated events");
        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "refused");
        await page.Radio("Short").CheckAsync();
        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "shown");
        await Expect(page.Locator("[data-depth-problem=summary]")).ToContainTextAsync("A summary shows key points and dated events");
    });

    [Fact]
    public Task Of_several_languages_one_is_looked_at() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?sections=regional&depth=short&language=en");
        await page.GetByRole(AriaRole.Group, new() { Name = "Also in" }).GetByRole(AriaRole.Checkbox, new() { Name = "العربية" }).CheckAsync();
        await Expect(First(page)).ToContainTextAsync("Regional cooperation");

        await page.GetByLabel("Pages in").SelectOptionAsync("ar");

        await Expect(First(page)).ToHaveTextAsync(new Regex("[\u0600-\u06ff]"));
    });

    [Fact]
    public Task On_a_narrow_screen_a_button_shows_the_pages() => desk.VisitAsync(async page =>
    {
        await page.SetViewportSizeAsync(390, 800);
        await page.GotoAsync("/new?sections=regional&depth=short&language=en");
        await Expect(page.Locator("#preview")).ToBeHiddenAsync();

        await page.Button("Show pages").ClickAsync();
        await Expect(First(page)).ToContainTextAsync("Regional cooperation");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#preview")).ToBeHiddenAsync();
        await Expect(page.Button("Show pages")).ToBeFocusedAsync();

        // Wide as well, where the pages stand beside the form.
        await page.ShouldSuitEverybodyAsync();
    });

    private static ILocator First(IPage page) => page.Locator("#preview-pages .page").First;
}
