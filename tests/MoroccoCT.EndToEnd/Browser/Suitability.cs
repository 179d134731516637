using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Whether a page suits whoever looks at it, by whatever means.</summary>
internal static class Suitability
{
    /// <summary>
    /// All of axe's rules and that of the smallest target, on our own markup: the frame of a finished request holds the browser's PDF viewer.
    /// </summary>
    private static readonly AxeRunOptions rules = new()
    {
        ResultTypes = [ResultType.Violations],
        Iframes = false,
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Each scheme and each width once: no colour depends on the width.</summary>
    public static async Task ShouldSuitEverybodyAsync(this IPage page)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
            await page.ShouldSuitAsync(width, scheme);
        await page.ShouldFitAsync();
    }

    /// <summary>On one of 1280 px at 200 %, a large and the smallest screen.</summary>
    public static async Task ShouldFitAsync(this IPage page)
    {
        foreach (var width in new[] { 640, 2560, 320 })
        {
            await page.SetViewportSizeAsync(width, 640);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .ShouldBeLessThanOrEqualTo(width, $"The page scrolls sideways at {width} px.");
        }
    }

    public static async Task ShouldSuitAsync(this IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", scheme == ColorScheme.Dark ? "dark" : "light");
        var result = await page.RunAxe(rules);
        result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{width} px, {scheme}: {violation.Id} at {node.Html}: {violation.Help}"))
            .ShouldBeEmpty();
        result.Passes.ShouldNotBeEmpty();
    }
}
