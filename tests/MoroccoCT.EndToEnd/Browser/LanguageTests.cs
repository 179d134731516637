using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Choosing the language of the pages.</summary>
[Collection(nameof(Desk))]
public sealed class LanguageTests(Desk desk)
{
    [Fact]
    public Task A_choice_mirrors_the_page_stays_and_leaves_the_briefing_alone() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/requests");
        await page.ShouldSpeakAsync("en");

        await page.Button("العربية").ClickAsync();

        await page.ShouldSpeakAsync("ar");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/requests$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "الطلبات", Exact = true })).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>(
            "document.querySelector('.brand').getBoundingClientRect().left > document.querySelector('.languages').getBoundingClientRect().left"))
            .ShouldBeTrue("The page is not mirrored.");
        await page.GotoAsync("/new?sections=regional");
        await page.ShouldSpeakAsync("ar");
        await Expect(page.Locator("#language-en")).ToBeCheckedAsync();
    });

    [Fact]
    public Task It_works_without_scripts() => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/check");
            await page.Button("Français").ClickAsync();
            await page.ShouldSpeakAsync("fr");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Vérifier une note" })).ToBeVisibleAsync();
        },
        new() { JavaScriptEnabled = false });

    [Theory]
    [InlineData("fr-MA", "environ ", "(1 sur ")]
    [InlineData("ar-MA", "نحو ", "(1 من ")]
    public Task What_scripts_say_is_in_the_language_of_the_page(string locale, string pages, string picked) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/");
            var section = page.Locator(".section").First;
            await section.Locator("summary").First.ClickAsync();
            await section.Locator("input[name=Topics]").First.CheckAsync();

            await Expect(section.Locator("[data-count]")).ToContainTextAsync(picked);
            await Expect(page.Locator("[data-pages=full]")).ToContainTextAsync(pages);
        },
        new() { Locale = locale });

    [Fact]
    public Task The_switch_is_reached_and_used_with_the_keyboard() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/schedules");
        await page.TabToAsync(page.Button("Français"));
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldSpeakAsync("fr");
    });
}
