using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

[Collection(nameof(Desk))]
public sealed partial class ListTests(Desk desk)
{
    private const string ArabicTitle = "إصلاح السجون وتدريب الشرطة (BCIJ)";

    [Fact]
    public Task An_Arabic_order_stands_in_the_lists_in_Arabic_and_from_right_to_left() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        await page.Box("Regional cooperation").CheckAsync();
        await page.TitleBox().FillAsync(ArabicTitle);
        await page.Radio("العربية").CheckAsync();
        await page.CreateAsync();
        var (name, _) = await page.DownloadAsync();
        name.ShouldContain("_إصلاح-السجون-وتدريب-الشرطة-BCIJ_ar_");

        foreach (var (list, rows) in new[] { ("/", ".requests li"), ("/requests", ".found tbody tr") })
        {
            await page.GotoAsync(list);
            var entry = page.Locator(rows, new() { HasText = ArabicTitle });
            await Expect(entry).ToContainTextAsync("العربية");
            await Expect(entry.Locator("a bdi")).ToHaveAttributeAsync("lang", "ar");
            (await entry.Locator("a bdi").EvaluateAsync<string>("text => text.matches(':dir(rtl)') ? 'rtl' : 'ltr'")).ShouldBe("rtl");
        }
    });

    [Fact]
    public Task An_edition_is_marked_as_such() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/requests");
        var edition = page.Locator(".found tbody tr", new() { Has = page.Locator(".badge"), HasTextRegex = EditionNumber() });
        await Expect(edition).ToHaveCountAsync(1);
        await Expect(edition.Locator(".badge")).ToHaveTextAsync("Edition");
        await Expect(edition).ToContainTextAsync(EditionNumber());
        await Expect(edition).ToContainTextAsync("by schedule “weekly”");
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/schedules")]
    public Task The_next_edition_stands_there_in_its_zone_and_in_UTC(string address) => desk.VisitAsync(async page =>
    {
        var due = JsonDocument.Parse(await desk.Service.Http.GetStringAsync("/api/v1/schedules")).RootElement.GetProperty("items")[0].GetProperty("next")[0];
        var (local, utc) = (due.GetProperty("local").GetDateTimeOffset(), due.GetProperty("utc").GetDateTimeOffset());

        await page.GotoAsync(address);
        var schedule = page.GetByRole(AriaRole.Region, new() { Name = address == "/" ? "Next editions" : "weekly" });
        await Expect(schedule).ToContainTextAsync($"Monday, {local:d MMMM yyyy}, 07:00");
        await Expect(schedule).ToContainTextAsync("Africa/Casablanca");
        await Expect(schedule).ToContainTextAsync($"{utc:d MMMM yyyy, HH:mm}");
        await Expect(schedule).ToContainTextAsync("UTC");
    });

    [GeneratedRegex(@"MCT-W-\d{4}-\d\d")]
    private static partial Regex EditionNumber();
}
