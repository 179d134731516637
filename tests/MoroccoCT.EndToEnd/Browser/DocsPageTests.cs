using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>The API described for people. Each visit ends with the browser having nothing to complain about, the page's policy included.</summary>
[Collection(nameof(Desk))]
public sealed class DocsPageTests(Desk desk)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task It_shows_what_can_be_asked_and_loads_nothing_from_elsewhere(ColorScheme scheme) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = "API" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The API", Exact = true })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List what can be ordered" }).First).ToBeVisibleAsync();
        },
        new() { ColorScheme = scheme });

    [Fact]
    public Task A_call_can_be_tried_from_it() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/docs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test Request" }).First.ClickAsync();
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send get request to" }).ClickAsync(),
            response => response.Url.Contains("/api/v1/library"));

        answer.Status.ShouldBe(200);
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".cm-editor").Last).ToHaveCSSAsync("display", "flex");
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Axe_finds_nothing(ColorScheme scheme) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/docs");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List what can be ordered" }).First).ToBeVisibleAsync();

            var found = await page.RunAxe(new() { Iframes = false });

            found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
        },
        new() { ColorScheme = scheme });

    /// <summary>What the reader draws speaks English and is its own matter; it stays within the page on every screen.</summary>
    [Theory]
    [MemberData(nameof(AccessibilityTests.Locales), MemberType = typeof(AccessibilityTests))]
    public Task The_page_speaks_its_language_and_never_scrolls_sideways(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/docs");
            await page.ShouldSpeakAsync(locale);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List what can be ordered" }).First).ToBeVisibleAsync();
            await page.ShouldFitAsync();
        },
        new() { Locale = locale });
}
