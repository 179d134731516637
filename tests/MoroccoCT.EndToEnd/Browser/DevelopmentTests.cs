using System.Net.Http.Json;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Writing news, looking at its page while one types, and letting it out.</summary>
[Collection(nameof(Desk))]
public sealed class DevelopmentTests(Desk desk)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_first_word_to_publication(bool withScripts) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync("/developments");
            await page.Link("New development").ClickAsync();
            await page.Locator("#date").FillAsync("2020-02-29");
            await page.Locator("#title-en").FillAsync("A lantern on the pier");
            await page.Locator("#body-en").FillAsync("A lantern was lit.");
            if (withScripts)
                await Expect(page.Locator("#preview-pages")).ToContainTextAsync("A lantern was lit.");
            await page.Button("Save draft").ClickAsync();
            await Expect(page.GetByText("Line 1: This paragraph names no source.")).ToBeVisibleAsync();

            await page.Link("Edit").ClickAsync();
            await page.Locator("#body-en").FillAsync("A lantern was lit. [@fact-sheet:domestic-1]");
            await page.Button("Save draft").ClickAsync();
            await page.Button("Propose for publication").ClickAsync();
            await page.Button("Publish").ClickAsync();
            await Expect(page.GetByText("Published without a second person.").First).ToBeVisibleAsync();
            await Expect(page.Locator("ins").First).ToContainTextAsync("A lantern was lit. [@fact-sheet:domestic-1]");
        },
        new() { JavaScriptEnabled = withScripts });

    [Fact]
    public Task The_page_follows_the_language_that_is_typed_in() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/developments/new");
        await page.Locator("#date").FillAsync("2020-02-29");
        await page.Locator("#title-fr").FillAsync("Une lanterne");
        await page.Locator("#body-fr").FillAsync("Une lanterne est allumée. [@fact-sheet:domestic-1]");
        await Expect(page.Locator("#preview-pages")).ToContainTextAsync("Une lanterne est allumée");
        await page.Locator("#title-ar").FillAsync("فانوس");
        await Expect(page.Locator("#preview-pages")).Not.ToContainTextAsync("Une lanterne");
    });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ar-MA")]
    public Task One_with_faults_and_changes_suits_everybody(string locale) => desk.VisitAsync(
        async page =>
        {
            var number = await RecordAsync();
            await page.GotoAsync($"/developments/{number}/edit");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
            await page.ShouldSuitEverybodyAsync();
            await page.Locator("#body-ar").FillAsync("أُضيء فانوس على الرصيف.");
            await page.Locator("button[type=submit].btn-lg").ClickAsync();
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
            await Expect(page.Locator("ins").First).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
            await page.GotoAsync("/developments");
            await page.ShouldSuitEverybodyAsync();
        },
        new() { Locale = locale });

    private async Task<string> RecordAsync()
    {
        using var made = await desk.Service.Http.PostAsJsonAsync("/api/v1/developments", new
        {
            content = new
            {
                date = "2020-02-29",
                section = "domestic",
                topic = "bcij",
                texts = new { en = new { title = new string('W', 150), body = "A lantern was lit.\n\nIt glows. [@nowhere]" } },
                sources = new[] { new { id = "paper", author = new { en = "The pier" }, language = "en", type = "unidentified" } },
            },
        });
        return (await made.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("number").GetString()!;
    }
}
