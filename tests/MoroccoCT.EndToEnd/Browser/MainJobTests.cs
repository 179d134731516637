using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

[Collection(nameof(Desk))]
public sealed class MainJobTests(Desk desk)
{
    [Fact]
    public Task From_the_first_tick_to_the_downloaded_file() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.Box("Regional cooperation").CheckAsync();
        await page.PickAsync("Domestic security initiatives", "The Central Bureau of Judicial Investigation", "Terrorist financing");
        await Expect(page.Box("Domestic security initiatives")).ToBeCheckedAsync();
        await Expect(page.GetByText("(2 of 7)")).ToBeVisibleAsync();
        await page.TitleBox().FillAsync("Note pour la réunion de lundi");
        await page.PreparedForBox().FillAsync("Le cabinet du ministre");
        await page.Radio("Français").CheckAsync();

        await using (await desk.HoldEngineAsync())
        {
            await page.CreateAsync();
            await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "The briefing is being typeset." })).ToBeVisibleAsync();
            await page.EvaluateAsync("window.isStillHere = true");
        }

        var (name, content) = await page.DownloadAsync();
        name.ShouldMatch(@"^MCT-\d{4}-\d{4}_Note-pour-la-réunion-de-lundi_fr_TLP-CLEAR\.pdf$");
        ShouldBeTheFrenchNote(content, "Note pour la réunion de lundi");

        await Expect(page.Locator("#announcement")).ToHaveTextAsync("The briefing is ready.");
        await Expect(page).ToHaveTitleAsync(new Regex(@"^MCT-\d{4}-\d{4}: Ready – "));
        (await page.EvaluateAsync<bool>("window.isStillHere === true")).ShouldBeTrue("Events, not a reload, brought the result.");
    });

    [Fact]
    public Task The_same_without_JavaScript() => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/");
            await page.Box("Regional cooperation").CheckAsync();
            await page.PickAsync("Domestic security initiatives", "The Central Bureau of Judicial Investigation", "Terrorist financing");
            await page.TitleBox().FillAsync("Note pour la réunion de mardi");
            await page.PreparedForBox().FillAsync("Le cabinet du ministre");
            await page.Radio("Français").CheckAsync();

            await using (await desk.HoldEngineAsync())
            {
                await page.CreateAsync();
                await Expect(page.GetByText("This page refreshes by itself")).ToBeVisibleAsync();
            }

            var (name, content) = await page.DownloadAsync();
            name.ShouldContain("Note-pour-la-réunion-de-mardi_fr");
            ShouldBeTheFrenchNote(content, "Note pour la réunion de mardi");
        },
        new() { JavaScriptEnabled = false });

    [Fact]
    public Task The_same_with_the_keyboard_alone() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Link("Skip to the content")).ToBeFocusedAsync();
        await Expect(page.Link("Skip to the content")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        await page.TabToAsync(page.Box("Domestic security initiatives"));
        await page.TabToAsync(page.Locator("summary").First);
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(page.Box("Terrorist financing"));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Box("Domestic security initiatives")).ToBeCheckedAsync();
        await page.TabToAsync(page.Radio("English"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Radio("Français")).ToBeCheckedAsync();
        await page.TabToAsync(page.TitleBox());
        await page.Keyboard.TypeAsync("Without a mouse");
        await page.TabToAsync(page.Button("Create briefing"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/requests/*");

        var (name, content) = await page.DownloadAsync(async button =>
        {
            await page.TabToAsync(button);
            await page.Keyboard.PressAsync("Enter");
        });
        name.ShouldEndWith("_Without-a-mouse_fr_TLP-CLEAR.pdf");
        Pdf.Text(content).ShouldContain("Le financement du terrorisme");
    });

    [Fact]
    public Task Two_pages_take_five_clicks_and_the_same_in_Arabic_too_with_one_topic_fewer_five_more() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/new?language=en");
        var clicks = 0;
        await ClickAsync(page.Box("Cooperation with the United States"));
        await ClickAsync(page.Radio("Short"));
        await ClickAsync(page.Radio("Français"));
        await ClickAsync(page.PreparedForBox());
        await page.Keyboard.TypeAsync("Cabinet du ministre");
        await ClickAsync(page.Button("Create briefing"));
        await Expect(page.Link("Download PDF")).ToBeVisibleAsync();
        await Expect(page.Locator("#pages .page").First).ToContainTextAsync("Cabinet du ministre");
        await Expect(page.Locator("#pages .page")).ToHaveCountAsync(2);
        clicks.ShouldBe(5);

        clicks = 0;
        await ClickAsync(page.Link("Order again or change it"));
        await ClickAsync(page.Box("Prison reform"));
        await ClickAsync(page.GetByRole(AriaRole.Group, new() { Name = "Also in" }).GetByRole(AriaRole.Checkbox, new() { Name = "العربية" }));
        await ClickAsync(page.Button("Create briefing"));
        await Expect(page.GetByText("2 of 2 are ready.").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download all languages (ZIP)" })).ToBeVisibleAsync();
        clicks.ShouldBe(4);

        async Task ClickAsync(ILocator what)
        {
            clicks++;
            await what.ClickAsync();
        }
    });

    private static void ShouldBeTheFrenchNote(byte[] content, string title)
    {
        Pdf.Title(content).ShouldBe(title);
        var text = Pdf.Text(content);
        text.ShouldContain("Le cabinet du ministre");
        text.ShouldContain("Coopération régionale");
        text.ShouldContain("Le financement du terrorisme");
        text.ShouldNotContain("Coopération avec les États-Unis");
    }
}
