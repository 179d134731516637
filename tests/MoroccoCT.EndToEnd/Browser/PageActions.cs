using Microsoft.Playwright;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>What people do on the pages, by the names they see there.</summary>
internal static class PageActions
{
    public static ILocator Box(this IPage page, string name) => page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true });

    public static ILocator Radio(this IPage page, string name) => page.GetByRole(AriaRole.Radio, new() { Name = name });

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    public static ILocator TitleBox(this IPage page) => page.GetByLabel("Title (optional)");

    public static ILocator PreparedForBox(this IPage page) => page.GetByLabel("Prepared for (optional)");

    public static ILocator SearchBox(this IPage page) => page.GetByLabel("Number, reference, title, addressee or topic");

    public static async Task SearchAsync(this IPage page, string words)
    {
        await page.SearchBox().FillAsync(words);
        await page.Button("Search").ClickAsync();
    }

    /// <summary>Opens a section's list of topics and ticks some of them.</summary>
    public static async Task PickAsync(this IPage page, string section, params string[] topics)
    {
        await page.Locator(".section", new() { Has = page.Box(section) }).GetByText("Pick single topics").ClickAsync();
        foreach (var topic in topics)
            await page.Box(topic).CheckAsync();
    }

    public static async Task CreateAsync(this IPage page)
    {
        await page.Button("Create briefing").ClickAsync();
        await page.WaitForURLAsync("**/requests/*");
    }

    /// <summary>Presses the button as soon as it is there, and returns the file with the name it would be saved under.</summary>
    public static async Task<(string Name, byte[] Content)> DownloadAsync(this IPage page, Func<ILocator, Task>? press = null)
    {
        var button = page.Link("Download PDF");
        await Assertions.Expect(button).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => press is null ? button.ClickAsync() : press(button));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>Is in the language of a locale, and mirrored where that runs from right to left.</summary>
    public static async Task ShouldSpeakAsync(this IPage page, string locale)
    {
        var language = locale.Split('-')[0];
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("direction", language == "ar" ? "rtl" : "ltr");
    }

    /// <summary>Presses Tab until the element has the focus, as somebody without a mouse does.</summary>
    public static async Task TabToAsync(this IPage page, ILocator element)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.FocusShouldShowAsync();
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        throw new InvalidOperationException($"No key press leads to {element}.");
    }

    /// <summary>The element in focus, or the box drawn around it, has a ring.</summary>
    private static async Task FocusShouldShowAsync(this IPage page) =>
        (await page.EvaluateAsync<bool>("""
            () => [document.activeElement, document.activeElement.closest("label")]
              .some(element => element && getComputedStyle(element).outlineStyle === "solid" && parseFloat(getComputedStyle(element).outlineWidth) >= 2)
            """)).ShouldBeTrue(await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
}
