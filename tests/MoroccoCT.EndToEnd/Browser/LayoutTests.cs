using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Where things stand on small, large and still screens.</summary>
[Collection(nameof(Desk))]
public sealed class LayoutTests(Desk desk)
{
    public static TheoryData<string> Locales => AccessibilityTests.Locales;

    [Theory]
    [MemberData(nameof(Locales))]
    public Task The_arrows_stand_in_the_line_of_the_name_they_move(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/new?sections=us-cooperation&language=en");
            foreach (var width in new[] { 320, 390, 800, 1280 })
            {
                await page.SetViewportSizeAsync(width, 800);
                (await page.EvaluateAsync<string[]>("""
                    () => [...document.querySelectorAll(".section-head, .topic")].filter(row => row.checkVisibility()).filter(row => {
                      const name = row.querySelector("label").getBoundingClientRect();
                      const arrows = row.querySelector(".mover").getBoundingClientRect();
                      return arrows.height === 0 || arrows.top >= name.bottom || arrows.bottom <= name.top;
                    }).map(row => row.innerText)
                    """)).ShouldBeEmpty($"at {width} px");
            }
        },
        new() { Locale = locale });

    [Fact]
    public Task A_hash_stands_in_one_line_where_there_is_room() => desk.VisitAsync(async page =>
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync("/check");
        await page.GetByLabel("PDF file").SetInputFilesAsync(new FilePayload
        {
            Name = "a.pdf",
            MimeType = "application/pdf",
            Buffer = await desk.Service.Http.GetByteArrayAsync($"/api/v1/requests/{desk.FinishedId}/document"),
        });
        await page.Button("Check the file").ClickAsync();

        (await LinesAsync(page.Locator(".hash"))).ShouldBe(1);
        await page.SetViewportSizeAsync(390, 800);
        (await LinesAsync(page.Locator(".hash"))).ShouldBeLessThanOrEqualTo(2);
    });

    [Fact]
    public Task What_has_the_focus_is_never_under_the_bar() => desk.VisitAsync(async page =>
    {
        // A screen of 1280 × 720 at 200 %.
        await page.SetViewportSizeAsync(640, 360);
        await page.GotoAsync("/new?sections=us-cooperation&language=en");
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string?>("""
                () => {
                  const bar = document.querySelector(".order-bar");
                  const now = document.activeElement;
                  const place = now.getBoundingClientRect();
                  return bar.contains(now) || place.bottom <= bar.getBoundingClientRect().top + 1 ? null : now.outerHTML;
                }
                """)).ShouldBeNull();
        }
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    [InlineData("a request that waits")]
    public Task Nothing_moves_for_whoever_asks_for_stillness(string address) => desk.VisitAsync(async page =>
    {
        await using var held = await desk.HoldEngineAsync();
        if (!address.StartsWith('/'))
        {
            var waiting = await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = "Waits without moving" });
            address = $"/requests/{waiting.GetProperty("id").GetString()}";
        }

        await page.GotoAsync(address);
        await Expect(page.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        if (address == "/docs")
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "List what can be ordered" }).First).ToBeVisibleAsync();

        (await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("*")].filter(element => ["", "::before", "::after"].some(part => {
              const style = getComputedStyle(element, part || null);
              const lasts = style.transitionDuration.split(",").some(time => parseFloat(time) > 0.001);
              return lasts || style.animationName !== "none" || style.scrollBehavior === "smooth";
            })).map(element => element.outerHTML.slice(0, 120))
            """)).ShouldBeEmpty();
    });

    private static Task<int> LinesAsync(ILocator text) => text.EvaluateAsync<int>("""
        element => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size;
        }
        """);
}
