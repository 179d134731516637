using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Where the reader's few colours take the place of ours, what is seen still tells all. Judged by the pixels.</summary>
[Collection(nameof(Desk))]
public sealed class ForcedColoursTests(Desk desk)
{
    public static TheoryData<ColorScheme> Schemes => new(ColorScheme.Light, ColorScheme.Dark);

    [Theory]
    [MemberData(nameof(Schemes))]
    public Task Ticked_unticked_and_partly_ticked_boxes_look_different(ColorScheme scheme) => VisitAsync(scheme, async page =>
    {
        await page.GotoAsync("/new?language=en");
        var box = page.Locator("input[name=Sections]").First;
        var unticked = await box.ScreenshotAsync();
        await box.EvaluateAsync("box => { box.checked = true; }");
        var ticked = await box.ScreenshotAsync();
        await box.EvaluateAsync("box => { box.indeterminate = true; }");
        var partly = await box.ScreenshotAsync();

        ticked.ShouldNotBe(unticked);
        partly.ShouldNotBe(unticked);
        partly.ShouldNotBe(ticked);
    });

    [Theory]
    [MemberData(nameof(Schemes))]
    public Task The_choice_that_is_taken_looks_different(ColorScheme scheme) => VisitAsync(scheme, async page =>
    {
        await page.GotoAsync("/new?depth=short&language=en");
        var button = page.Locator("input[name=Depth][value=Full]");
        var card = page.Locator(".choice", new() { Has = button });
        var (freeButton, freeEdge) = (await button.ScreenshotAsync(), await StripAsync(page, card));
        await button.EvaluateAsync("button => { button.checked = true; }");

        (await button.ScreenshotAsync()).ShouldNotBe(freeButton);
        (await StripAsync(page, card)).ShouldNotBe(freeEdge);
    });

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task The_place_one_is_at_looks_different(int width) => VisitAsync(ColorScheme.Dark, async page =>
    {
        await page.GotoAsync("/schedules");
        await page.SetViewportSizeAsync(width, 800);
        if (width < 1000)
            await page.Locator(".menu-button").ClickAsync();

        var elsewhere = await StripAsync(page, page.Locator(".nav-link:not([aria-current])").First);
        (await StripAsync(page, page.Locator(".nav-link[aria-current]"))).ShouldNotBe(elsewhere);
    });

    [Fact]
    public Task A_page_on_white_ground_has_an_edge() => VisitAsync(ColorScheme.Light, async page =>
    {
        await page.GotoAsync("/new?sections=regional&depth=short&language=en");
        await Expect(page.Locator("#preview")).ToHaveAttributeAsync("data-state", "shown");
        var paper = (await page.Locator("#preview-pages .page").First.BoundingBoxAsync())!;
        var middle = paper.Y + 20;

        (await ClipAsync(page, paper.X - 6, middle, 12, 4)).ShouldNotBe(await ClipAsync(page, paper.X + 6, middle, 12, 4));
    });

    [Fact]
    public Task Nothing_shows_through_the_bar_of_the_order_form() => VisitAsync(ColorScheme.Light, async page =>
    {
        await page.GotoAsync("/new?sections=domestic&language=en");
        await page.EvaluateAsync("scrollTo(0, 200)");
        var bar = (await page.Locator(".order-bar").BoundingBoxAsync())!;
        var before = await InsideAsync();
        await page.EvaluateAsync("scrollBy(0, 37)");

        (await InsideAsync()).ShouldBe(before);

        Task<byte[]> InsideAsync() => ClipAsync(page, bar.X + 4, bar.Y + 2, bar.Width - 8, bar.Height - 4);
    });

    [Fact]
    public Task The_dot_of_a_state_and_the_progress_of_a_request_are_seen() => VisitAsync(ColorScheme.Dark, async page =>
    {
        await page.GotoAsync(desk.FinishedPage);
        var state = page.Locator(".state").First;
        var withDot = await state.ScreenshotAsync();
        await page.EvaluateAsync("document.styleSheets[0].insertRule('.state::before { visibility: hidden; }')");
        (await state.ScreenshotAsync()).ShouldNotBe(withDot);

        await using var held = await desk.HoldEngineAsync();
        var waiting = await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = "Seen in few colours" });
        await page.GotoAsync($"/requests/{waiting.GetProperty("id").GetString()}");
        var progress = page.GetByRole(AriaRole.Progressbar);
        var withBar = await progress.ScreenshotAsync();
        await page.EvaluateAsync("document.querySelector('.progress-bar').style.visibility = 'hidden'");
        (await progress.ScreenshotAsync()).ShouldNotBe(withBar);
    });

    private Task VisitAsync(ColorScheme scheme, Func<IPage, Task> visit) =>
        desk.VisitAsync(visit, new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });

    /// <summary>The lower edge of an element, left of the words and to its corner.</summary>
    private static async Task<byte[]> StripAsync(IPage page, ILocator element)
    {
        await element.ScrollIntoViewIfNeededAsync();
        var box = (await element.BoundingBoxAsync())!;
        return await ClipAsync(page, MathF.Round(box.X + 10), MathF.Round(box.Y + box.Height) - 4, 12, 4);
    }

    private static Task<byte[]> ClipAsync(IPage page, float x, float y, float width, float height) =>
        page.ScreenshotAsync(new() { Clip = new() { X = x, Y = y, Width = width, Height = height } });
}
