using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Sections and topics on the order form.</summary>
[Collection(nameof(Desk))]
public sealed class ChoosingTests(Desk desk)
{
    [Fact]
    public Task A_section_ticked_shows_its_topics_ticked_and_unticking_one_drops_one() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        await page.Box("Cooperation with the United States").CheckAsync();
        await Expect(page.Box("Prison reform")).ToBeCheckedAsync();
        await page.Box("Prison reform").UncheckAsync();
        await Expect(page.GetByText("(5 of 6)")).ToBeVisibleAsync();
        await page.TitleBox().FillAsync("One topic fewer");
        await page.CreateAsync();

        var order = await OrderedAsync("One topic fewer");
        order.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()).ShouldNotContain("prisons");
        order.GetProperty("topics").GetArrayLength().ShouldBe(5);
    });

    [Fact]
    public Task Topics_are_moved_with_the_keyboard_and_printed_as_they_stand() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?sections=us-cooperation&language=en&title=Moved%20by%20keys");
        await Handle(page, "Prison reform").FocusAsync();
        for (var presses = 0; presses < 5; presses++)
            await page.Keyboard.PressAsync("ArrowUp");

        await Expect(Handle(page, "Prison reform")).ToBeFocusedAsync();
        await Expect(page.Locator("#announcement")).ToHaveTextAsync("“Prison reform” is now number 1 of 6.");
        await Handle(page, "Cooperation with the United States").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Box("Domestic security initiatives").CheckAsync();
        await Expect(page.Locator("#preview-pages")).ToContainTextAsync("1.1 ");
        await page.CreateAsync();

        var order = await OrderedAsync("Moved by keys");
        order.GetProperty("topics")[0].GetString().ShouldBe("prisons");
        order.GetProperty("sections").EnumerateArray().Select(section => section.GetString()).ShouldBe(["domestic", "us-cooperation"]);
    });

    [Fact]
    public Task Topics_are_moved_with_the_mouse() => desk.VisitAsync(async page =>
    {
        await page.SetViewportSizeAsync(1280, 1400);
        await page.GotoAsync("/new?sections=us-cooperation&language=en&title=Moved%20by%20mouse");
        await Expect(page.Locator("[data-handle]").First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("window.Sortable !== undefined");
        await Handle(page, "Prison reform").DragToAsync(Handle(page, "Solidarity after 11 September 2001"), new() { TargetPosition = new() { X = 5, Y = 2 } });
        await Expect(page.Locator("#announcement")).ToContainTextAsync("“Prison reform” is now number");
        await page.Button("Move “Prison reform” down").ClickAsync();
        await page.Button("Move “Prison reform” up").ClickAsync();
        await page.CreateAsync();

        (await OrderedAsync("Moved by mouse")).GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()).First().ShouldBe("prisons");
    });

    [Fact]
    public Task Topics_are_found_by_their_texts() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        await page.GetByLabel("Find a topic").FillAsync("prisons extremism");
        await Expect(page.Box("Prison reform")).ToBeVisibleAsync();
        await Expect(page.Box("Watch-listed travellers")).ToBeHiddenAsync();
        await Expect(page.GetByText(new Regex("topics? found"))).ToBeVisibleAsync();
        await page.Box("Prison reform").CheckAsync();

        await page.GetByLabel("Find a topic").FillAsync("");
        await Expect(page.Box("Watch-listed travellers")).ToBeVisibleAsync();
        await Expect(page.Box("Watch-listed travellers")).Not.ToBeCheckedAsync();
        await Expect(page.Box("Cooperation with the United States")).ToBeCheckedAsync();
    });

    [Fact]
    public Task Several_languages_are_one_press_and_one_page() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?sections=regional&depth=short&language=fr&title=Pour%20trois");
        var also = page.GetByRole(AriaRole.Group, new() { Name = "Also in" });
        await also.GetByRole(AriaRole.Checkbox, new() { Name = "English" }).CheckAsync();
        await also.GetByRole(AriaRole.Checkbox, new() { Name = "العربية" }).CheckAsync();
        await page.Button("Create briefing").ClickAsync();
        await page.WaitForURLAsync("**/sets/*");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download PDF" })).ToHaveCountAsync(3);
        await Expect(page.GetByText("3 of 3 are ready.").First).ToBeVisibleAsync();
        await page.ShouldSuitEverybodyAsync();
    });

    [Fact]
    public Task Coming_back_finds_everything_as_it_was() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        await page.Box("Cooperation with the United States").CheckAsync();
        await page.Box("Prison reform").UncheckAsync();
        await Handle(page, "Criminal investigation").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.PreparedForBox().FillAsync("Typed with care");
        await page.Radio("Full").CheckAsync();
        await page.CreateAsync();

        await page.GoBackAsync();

        await Expect(page.PreparedForBox()).ToHaveValueAsync("Typed with care");
        await Expect(page.Box("Prison reform")).Not.ToBeCheckedAsync();
        await Expect(page.Box("Watch-listed travellers")).ToBeCheckedAsync();
        await Expect(page.Radio("Full")).ToBeCheckedAsync();
        await Expect(page.Locator(".section:has(#section-us-cooperation) [name=Topics]").Nth(3)).ToHaveValueAsync("investigations");
    });

    private static ILocator Handle(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = $"Move “{name}”", Exact = true });

    private async Task<System.Text.Json.JsonElement> OrderedAsync(string title) =>
        (await desk.RequestsAsync()).Select(request => request.GetProperty("order")).Single(order => order.GetProperty("title").GetString() == title);
}
