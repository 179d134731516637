using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Whether a page suits whoever looks at it, by whatever means.</summary>
internal static class Suitability
{
    /// <summary>All of axe's rules, on our own markup: the frame of a finished request holds the browser's PDF viewer.</summary>
    private static readonly AxeRunOptions rules = new() { ResultTypes = [ResultType.Violations], Iframes = false };

    /// <summary>Each scheme and each width once: no colour depends on the width.</summary>
    public static async Task ShouldSuitEverybodyAsync(this IPage page)
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
