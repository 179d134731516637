using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>The week's editions, without scripts, in both directions and on the smallest screen.</summary>
[Collection(nameof(Desk))]
public sealed class ThisWeekTests(Desk desk)
{
    [Theory]
    [InlineData("en-GB", "Finished", "Week before")]
    [InlineData("ar-MA", "منجز", "الأسبوع السابق")]
    public Task An_edition_that_is_out_stands_there_with_its_languages_without_scripts(string locale, string finished, string before) => desk.VisitAsync(
        async page =>
        {
            var edition = await EditionAsync();
            await page.GotoAsync($"/this-week?day={edition.IssueDate}");
            var section = page.GetByRole(AriaRole.Region, new() { Name = edition.Number });

            await Expect(section).ToContainTextAsync(finished);
            await section.Locator("a[lang=en]").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"/requests/{edition.Id}$"));
            await page.GoBackAsync();
            await page.Link(before).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(page.GetByText(edition.Number)).Not.ToBeVisibleAsync();
        },
        new() { Locale = locale, JavaScriptEnabled = false });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-MA")]
    [InlineData("ar-MA")]
    public Task It_suits_everybody_with_an_edition_on_it(string locale) => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync($"/this-week?day={(await EditionAsync()).IssueDate}");
            await page.ShouldSpeakAsync(locale);
            await page.ShouldSuitEverybodyAsync();
        },
        new() { Locale = locale });

    /// <summary>The one with which the ledger begins, once it is finished.</summary>
    private async Task<(string Id, string Number, string IssueDate)> EditionAsync()
    {
        var edition = (await desk.RequestsAsync()).First(request => request.GetProperty("number").GetString()!.StartsWith("MCT-W-", StringComparison.Ordinal));
        var id = edition.GetProperty("id").GetString()!;
        (await desk.Service.FinishedAsync(id)).GetProperty("state").GetString().ShouldBe("completed");
        var lastCovered = DateOnly.Parse(edition.GetProperty("edition").GetProperty("to").GetString()!, CultureInfo.InvariantCulture);
        return (id, edition.GetProperty("number").GetString()!, lastCovered.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
