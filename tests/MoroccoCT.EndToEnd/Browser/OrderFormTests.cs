using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

[Collection(nameof(Desk))]
public sealed class OrderFormTests(Desk desk)
{
    [Fact]
    public Task A_wrong_order_keeps_the_input_and_says_what_is_wrong_at_the_top_and_next_to_the_fields() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.TitleBox().FillAsync("Kept as it was");
        await page.PreparedForBox().FillAsync("Office\u0007of the Minister");
        await page.Radio("العربية").CheckAsync();
        await page.Radio("US Letter").CheckAsync();
        await page.Button("Create briefing").ClickAsync();

        var summary = page.Locator("#errors");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync("Error: New briefing – MoroccoCT Briefings");
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(
        [
            "Choose at least one section or topic.",
            "“Prepared for” holds the control character U+0007. Write it as one line of plain text.",
        ]);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "What should it cover?" }))
            .ToHaveAccessibleDescriptionAsync("Error: Choose at least one section or topic.");
        await Expect(page.PreparedForBox()).ToHaveAccessibleDescriptionAsync(new Regex(@"Error: “Prepared for” holds the control character U\+0007"));
        await Expect(page.PreparedForBox()).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.TitleBox()).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await Expect(page.TitleBox()).ToHaveValueAsync("Kept as it was");
        await Expect(page.PreparedForBox()).ToHaveValueAsync("Office\u0007of the Minister");
        await Expect(page.Radio("العربية")).ToBeCheckedAsync();
        await Expect(page.Radio("US Letter")).ToBeCheckedAsync();

        await summary.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(page.PreparedForBox()).ToBeFocusedAsync();
    });

    [Fact]
    public Task What_is_ticked_decides_how_many_pages_each_depth_says_it_makes() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        var standard = page.Locator("[data-pages=standard]");
        await Expect(standard).ToHaveTextAsync(new Regex("^(about )?1[0-9] pages$"));

        await page.Box("Regional cooperation").CheckAsync();
        // What is seen beside the form is counted.
        await Expect(standard).ToHaveTextAsync(new Regex("^[4-7] pages$"));
        await Expect(page.Locator("[data-pages=full]")).ToHaveTextAsync(new Regex("^about [4-8] pages$"));
        await Expect(page.Locator("[data-pages=summary]")).ToHaveTextAsync("1 page");

        await page.Box("Regional cooperation").UncheckAsync();
        await Expect(standard).ToHaveTextAsync(new Regex("^(about )?1[0-9] pages$"));
    });

    [Fact]
    public Task A_second_press_while_the_first_is_on_its_way_sends_nothing() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.Box("Regional cooperation").CheckAsync();
        await page.TitleBox().FillAsync("Pressed twice");
        var sent = 0;
        page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;

        // Held back until the second press: of two presses in one breath the browser itself drops one.
        var underWay = new TaskCompletionSource();
        var pressedAgain = new TaskCompletionSource();
        await page.RouteAsync("**/", async route =>
        {
            underWay.TrySetResult();
            await pressedAgain.Task;
            await route.ContinueAsync();
        });
        // At its edge: the button shrinks with its words.
        await page.Button("Create briefing").HoverAsync(new() { Position = new() { X = 10, Y = 10 } });
        await PressAsync();
        await underWay.Task;
        await PressAsync();
        pressedAgain.SetResult();
        await Expect(page.Link("Download PDF")).ToBeVisibleAsync();

        sent.ShouldBe(1);
        (await TitledAsync("Pressed twice")).ShouldBe(1);

        // The bare mouse: it does not wait for the page that the first press asked for.
        async Task PressAsync()
        {
            await page.Mouse.DownAsync();
            await page.Mouse.UpAsync();
        }
    });

    [Fact]
    public Task A_form_that_is_sent_twice_all_the_same_makes_one_request() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.Box("Regional cooperation").CheckAsync();
        await page.TitleBox().FillAsync("Sent twice");
        var answers = await page.EvaluateAsync<string[]>("""
            () => {
              const form = document.getElementById("order");
              const send = async () => (await fetch(form.action, { method: "POST", body: new FormData(form) })).url;
              return Promise.all([send(), send()]);
            }
            """);

        answers[0].ShouldContain("/requests/");
        answers[1].ShouldBe(answers[0]);
        (await TitledAsync("Sent twice")).ShouldBe(1);
    });

    [Fact]
    public Task A_cancelled_request_says_so_and_its_order_can_be_had_again() => desk.VisitAsync(async page =>
    {
        await using (await desk.HoldEngineAsync())
        {
            await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = "Keeps the engine busy" });
            await page.GotoAsync("/");
            await page.PickAsync("Cooperation with the United States", "Prison reform");
            await page.TitleBox().FillAsync("Not needed after all");
            await page.CreateAsync();
            await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "The briefing is waiting for its turn." })).ToBeVisibleAsync();
            await page.Button("Cancel this request").ClickAsync();
            await Expect(page.GetByText("It was cancelled before it was finished. Nothing was issued.")).ToBeVisibleAsync();
        }

        await page.Link("Order again or change it").ClickAsync();
        await Expect(page.TitleBox()).ToHaveValueAsync("Not needed after all");
        await Expect(page.Box("Prison reform")).ToBeCheckedAsync();
        await Expect(page.Box("Cooperation with the United States")).ToBeCheckedAsync();
        await Expect(page.Box("Regional cooperation")).Not.ToBeCheckedAsync();
    });

    private async Task<int> TitledAsync(string title) =>
        (await desk.RequestsAsync()).Count(request => request.GetProperty("order").GetProperty("title").GetString() == title);
}
