using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Where the head of a page has no room for all places, a button opens them.</summary>
[Collection(nameof(Desk))]
public sealed class MenuTests(Desk desk)
{
    private const int TallestHead = 130;

    private static readonly ViewportSize narrow = new() { Width = 390, Height = 844 };

    public static TheoryData<string> Locales => AccessibilityTests.Locales;

    [Theory]
    [MemberData(nameof(Locales))]
    public Task The_head_of_a_narrow_page_leaves_room_for_the_page(string locale) => desk.VisitAsync(
        async page =>
        {
            foreach (var address in new[] { "/", "/requests", "/check" })
            {
                await page.GotoAsync(address);
                (await page.Locator(".site-header").BoundingBoxAsync())!.Height.ShouldBeLessThanOrEqualTo(TallestHead);
                await Expect(page.Locator(".nav-link").First).ToBeHiddenAsync();
            }
        },
        new() { Locale = locale, ViewportSize = narrow });

    [Theory]
    [MemberData(nameof(Locales))]
    public Task It_opens_and_closes_by_keyboard_and_keeps_the_focus(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/schedules");
            await page.TabToAsync(Opener(page));
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync(page.Locator(".menu-close"));
            await page.TabToAsync(page.Locator(".nav-link[aria-current=page]"));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("#menu")).ToBeHiddenAsync();
            await Expect(Opener(page)).ToBeFocusedAsync();

            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync(page.Locator(".nav-link[href='/check']"));
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**/check");
            await Expect(page.Locator("#menu")).ToBeHiddenAsync();
        },
        new() { Locale = locale, ViewportSize = narrow });

    [Theory]
    [MemberData(nameof(Locales))]
    public Task It_suits_everybody_when_it_is_open(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/requests");
            await Opener(page).ClickAsync();
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                await page.ShouldSuitAsync(narrow.Width, scheme);

            // All of it can be seen, on the smallest and lowest screen too.
            await page.SetViewportSizeAsync(320, 256);
            await page.Locator(".languages button").Last.ScrollIntoViewIfNeededAsync();
            await Expect(page.Locator(".languages button").Last).ToBeInViewportAsync(new() { Ratio = 1 });
            (await page.EvaluateAsync<int>("document.getElementById('menu').scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        },
        new() { Locale = locale, ViewportSize = narrow });

    [Fact]
    public Task It_works_without_scripts_and_is_mirrored_in_Arabic() => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/check");
            (await LeftOfAsync(Opener(page))).ShouldBeGreaterThan(await LeftOfAsync(page.Locator(".brand")));
            await Opener(page).ClickAsync();
            await page.Button("العربية").ClickAsync();

            await page.ShouldSpeakAsync("ar");
            (await LeftOfAsync(Opener(page))).ShouldBeLessThan(await LeftOfAsync(page.Locator(".brand")));
            await Opener(page).ClickAsync();
            await page.Button("إغلاق").ClickAsync();
            await Expect(page.Locator("#menu")).ToBeHiddenAsync();
        },
        new() { JavaScriptEnabled = false, ViewportSize = narrow });

    [Fact]
    public Task Where_there_is_room_all_stands_in_the_head() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/check");
        await Expect(Opener(page)).ToBeHiddenAsync();
        await Expect(page.Locator(".menu-close")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(7);
    });

    private static ILocator Opener(IPage page) => page.Locator(".menu-button");

    private static async Task<float> LeftOfAsync(ILocator element) => (await element.BoundingBoxAsync())!.X;
}
